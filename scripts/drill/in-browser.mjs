import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startChild } from '../start/children.mjs'
import { top } from '../start/settings.mjs'

/** Drills that look at the built portals in Chromium. */
export const inBrowser = ['F24']

/** The parts of F24 lie in files of their own, so that two run side by side. */
const titles = { run: 'is text (?:on every page|wherever it is read)', twin: 'text that a page drew as markup' }

/** Runs F24 and prints its line, as `lineFor` does for the drills of the API; answers the exit code. `started` is told the child. */
export async function runInBrowser(asked, started) {
  const twin = asked.includes('--twin')
  const minutes = asked.includes('--minutes') ? asked[asked.indexOf('--minutes') + 1] : undefined
  const figureFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'icp-drill-')), 'figure')
  const startedAt = Date.now()
  const child = startChild('jest', ['src/stored-markup', '-t', twin ? titles.twin : titles.run], {
    cwd: path.join(top, 'e2e'), stdio: ['ignore', 'ignore', 'pipe'],
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ICP_DRILL: asked.includes('--full') ? 'full' : 'fast', ICP_DRILL_FIGURE: figureFile, ...(minutes ? { ICP_DRILL_MINUTES: minutes } : {}), PATH: ['e2e/node_modules/.bin', 'node_modules/.bin'].map((folder) => path.join(top, folder)).concat(process.env.PATH ?? '').join(path.delimiter) },
  })
  started(child)
  const said = []
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = await child.ended
  const figure = fs.existsSync(figureFile) ? fs.readFileSync(figureFile, 'utf8').trim().split('\n').toSorted().join('; ') : 'nothing counted'
  const seconds = `(${((Date.now() - startedAt) / 1000).toFixed(1)} s)`
  const verdict = twin ? (code === 0 ? 'twin found: markup is drawn as markup' : 'twin NOT found') : code === 0 ? 'passed' : 'FAILED'
  process.stdout.write(`F24 ${verdict}; ${figure} ${seconds} P15: nothing that is typed runs in any portal\n`)
  if (code !== 0) process.stderr.write(Buffer.concat(said).toString())
  return code === 0 ? 0 : 1
}
