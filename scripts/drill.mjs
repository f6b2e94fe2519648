// Builds the API and runs its drills: `npm run drill -- F09 [--full] [--twin] [--seed N]`, `npm run drills`. docs/how-to/drills.md.
import path from 'node:path'
import { startBuild } from './start/build.mjs'
import { endChild, nodeOfThisWorkspace, startChild } from './start/children.mjs'
import { top } from './start/settings.mjs'

let running

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(running && endChild(running)).then(() => process.exit(130)))
}

try {
  const build = startBuild(['@icp/api'])
  running = build.child
  await build.done
  running = startChild(nodeOfThisWorkspace(), [path.join(top, 'apps/api/dist/drills/run.js'), ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit'] })
  process.exitCode = await running.ended
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
