import fs from 'node:fs'
import type { Drill } from './drill.js'

/** Every drill of this folder, in the order of ids: each `*.drill.ts` exports one as `drill`. */
export async function findDrills(): Promise<Drill[]> {
  const files = fs.readdirSync(import.meta.dirname).filter((name) => /\.drill\.[jt]s$/.test(name))
  const found = await Promise.all(files.map(async (name) => ((await import(`./${name}`)) as { drill: Drill }).drill))
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}
