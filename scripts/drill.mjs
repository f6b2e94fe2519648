// Builds the API and runs its drills: `npm run drill -- F09 [--full] [--twin] [--seed N]`, `npm run drills`. docs/how-to/drills.md.
// F24 needs the portals in a browser, so it is a test of the journeys.
import path from 'node:path'
import { startBuild } from './start/build.mjs'
import { endChild, nodeOfThisWorkspace, startChild } from './start/children.mjs'
import { top } from './start/settings.mjs'
import { inBrowser, runInBrowser } from './drill/in-browser.mjs'

let running

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(running && endChild(running)).then(() => process.exit(130)))
}

const asked = process.argv.slice(2)
const all = asked.includes('--all')
const named = asked.filter((word, at) => !word.startsWith('--') && !['--seed', '--role', '--minutes'].includes(asked[at - 1])).map((word) => word.toUpperCase())
const ofApi = asked.filter((word) => !inBrowser.includes(word.toUpperCase()))
const wantsBrowser = all || named.some((word) => inBrowser.includes(word))

try {
  const build = startBuild(wantsBrowser ? ['./apps/*', '@icp/portal-server', '@icp/postgres', '@icp/browser'] : ['@icp/api'])
  running = build.child
  await build.done
  if (all || named.some((word) => !inBrowser.includes(word)) || !wantsBrowser) {
    running = startChild(nodeOfThisWorkspace(), [path.join(top, 'apps/api/dist/drills/run.js'), ...ofApi], { stdio: ['ignore', 'inherit', 'inherit'] })
    process.exitCode = await running.ended
  }
  if (wantsBrowser) process.exitCode ||= await runInBrowser(asked, (child) => { running = child })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
