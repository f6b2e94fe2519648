import path from 'node:path'
import { startChild } from './children.mjs'
import { top } from './settings.mjs'

const whatRuns = ['./apps/*', '@icp/portal-server', '@icp/postgres']

/** Builds what runs (or the packages named), from the cache where nothing changed. Silent, unless it fails: then what it said is thrown. */
export function startBuild(wanted = whatRuns) {
  const turbo = path.join(top, 'node_modules/.bin/turbo')
  const args = ['run', 'build', '--ui=stream', '--output-logs=errors-only', ...wanted.map((name) => `--filter=${name}`)]
  const child = startChild(turbo, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { TURBO_TELEMETRY_DISABLED: '1' } })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const done = child.ended.then((code) => {
    if (code !== 0) throw new Error(`The build failed.\n${Buffer.concat(said).toString()}`)
  })
  return { child, done }
}
