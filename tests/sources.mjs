import fs from 'node:fs'
import path from 'node:path'

export const top = path.resolve(import.meta.dirname, '..')

const notOurs = new Set(['node_modules', 'dist', '.git', '.turbo', '.data', 'coverage', 'test-results'])

/** Every file of the project, as paths from its top; what tools made is left out. */
export const files = fs
  .readdirSync(top, { recursive: false })
  .flatMap((name) => walk(name))
  .sort()

function walk(relative) {
  if (notOurs.has(path.basename(relative))) return []
  const found = fs.lstatSync(path.join(top, relative))
  if (found.isSymbolicLink()) return []
  if (!found.isDirectory()) return [relative]
  return fs.readdirSync(path.join(top, relative)).flatMap((name) => walk(path.join(relative, name)))
}

export const read = (file) => fs.readFileSync(path.join(top, file), 'utf8')

export const code = files.filter((file) => /\.(?:ts|tsx|mjs)$/.test(file))

/** Where a pattern stands, as `file:line: text`, in the given files. */
export function findLines(where, pattern) {
  return where.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  )
}
