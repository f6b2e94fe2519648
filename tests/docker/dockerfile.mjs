import path from 'node:path'
import { read } from '../sources.mjs'

/** Instructions of a Dockerfile by stage: `{ name, instructions: [{ word, rest }] }`. Heredocs and parser directives are not used here and not understood. */
export function readStages(file) {
  const lines = read(file).replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, '').split('\n').filter((line) => line.trim() !== '')
  const stages = []
  for (const line of lines) {
    const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line)
    if (word === 'FROM') stages.push({ name: / AS (\S+)$/i.exec(rest)?.[1], instructions: [] })
    else stages.at(-1).instructions.push({ word, rest })
  }
  return stages
}

export const rests = (stage, word) => stage.instructions.filter((one) => one.word === word).map(({ rest }) => rest)

/** `COPY [--from=stage] source… target`, sources of a stage as paths below its WORKDIR. */
export function readCopies(stage, workdirs) {
  return rests(stage, 'COPY').map((rest) => {
    const words = rest.split(/\s+/)
    const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : undefined
    const target = words.pop()
    return { from, sources: from ? words.map((source) => path.posix.relative(workdirs[from], source)) : words, target }
  })
}

export const environmentOf = (stage) =>
  Object.fromEntries(rests(stage, 'ENV').flatMap((rest) => rest.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])))

/** The last CMD, ENTRYPOINT or HEALTHCHECK command of a stage in its JSON form. */
export const jsonOf = (stage, word) => JSON.parse(/\[.*\]$/.exec(rests(stage, word).at(-1))[0])
