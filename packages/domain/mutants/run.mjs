// `pnpm run mutants`: plants each fault of the list into a copy of the package and runs the tests that reach it. Ends with 1 when one of them stays green.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ruleMutants } from './rule-mutants.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const home = fileURLToPath(new URL('..', import.meta.url))
const parts = ['src', 'vectors', 'package.json', 'jest.config.mjs', 'tsconfig.json', 'tsconfig.build.json']

const plant = ({ file, from, to }) => {
  // Inside the package, so that what it imports is found above it; test-results is not kept.
  const shelf = path.join(home, 'test-results')
  fs.mkdirSync(shelf, { recursive: true })
  const copy = fs.mkdtempSync(path.join(shelf, 'mutant-'))
  for (const part of parts) fs.cpSync(path.join(home, part), path.join(copy, part), { recursive: true })
  const at = path.join(copy, 'src', file)
  const text = fs.readFileSync(at, 'utf8')
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold exactly one: ${from}`)
  fs.writeFileSync(at, text.replace(from, () => to))
  return copy
}

const testsOf = (copy, file) => new Promise((resolve) => {
  const run = spawn('sh', [
    '-c', 'NODE_OPTIONS="--experimental-vm-modules --no-warnings" exec "$0" "$@"', path.join(home, 'node_modules', '.bin', 'jest'),
    '--silent', '--bail', '--findRelatedTests', path.join(copy, 'src', file),
  ], { cwd: copy })
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (data) => { said += data })
  run.on('close', (code) => resolve({ caught: code === 1 && /\d+ failed/.test(said), said }))
})

const judge = async (mutant) => {
  const copy = plant(mutant)
  const { caught, said } = await testsOf(copy, mutant.file)
  fs.rmSync(copy, { recursive: true, force: true })
  say(`${caught ? 'caught ' : 'MISSED '} ${mutant.of} (${mutant.file})`)
  if (!caught) say(said.slice(-1500))
  return caught
}

const waiting = [...ruleMutants]
const results = []
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await judge(next))
}
await Promise.all([work(), work()])
const caught = results.filter(Boolean).length
say(`rule mutants: ${caught} of ${ruleMutants.length} caught`)
process.exitCode = caught === ruleMutants.length ? 0 : 1
