// The long runs of the proofs: `npm run prove [-- register-model reverse typed-values same-findings]`, all without a name. docs/how-to/prove.md.
// They begin from a seed that is drawn and printed; PROVE_SEED=n repeats a run.
import { randomInt } from 'node:crypto'
import path from 'node:path'
import { startBuild } from './start/build.mjs'
import { endChild, startChild } from './start/children.mjs'
import { top } from './start/settings.mjs'

const proofs = {
  'typed-values': { in: 'packages/domain', file: 'src/proofs/typed-values.test.ts' },
  reverse: { in: 'packages/domain', file: 'src/proofs/reverse.test.ts' },
  'register-model': { in: 'packages/domain', file: 'src/proofs/register-model.test.ts' },
  // Without the stand of the journeys: it needs a page, no portal.
  'same-findings': { in: 'e2e', file: 'src/same-findings.test.ts', more: ['--config=stand/alone.config.mjs'] },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in proofs))
const seed = process.env.PROVE_SEED ?? String(randomInt(2 ** 31))
let running

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void Promise.resolve(running && endChild(running)).then(() => process.exit(130)))
}

function prove({ in: folder, file, more = [] }) {
  const home = path.join(top, folder)
  running = startChild('jest', ['--runInBand', ...more, file], {
    cwd: home, stdio: ['ignore', 'inherit', 'inherit'],
    env: { PROVE: 'full', PROVE_SEED: seed, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', PATH: [path.join(home, 'node_modules/.bin'), process.env.PATH ?? ''].join(path.delimiter) },
  })
  return running.ended
}

if (unknown.length > 0) {
  process.stderr.write(`There is no proof ${unknown.join(', ')}; there are ${Object.keys(proofs).join(', ')}.\n`)
  process.exitCode = 2
} else {
  const build = startBuild(['@icp/domain', '@icp/filing-forms', '@icp/browser'])
  running = build.child
  await build.done
  process.stdout.write(`seed ${seed}\n`)
  for (const [name, proof] of Object.entries(proofs)) {
    if (asked.length === 0 || asked.includes(name)) process.exitCode = (await prove(proof)) || process.exitCode
  }
}
