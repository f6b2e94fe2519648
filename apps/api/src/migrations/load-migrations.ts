import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationInterface } from 'typeorm'

type Migration = new () => MigrationInterface

const folder = path.dirname(fileURLToPath(import.meta.url))
const named = /^(\d{12})-([a-z0-9-]+)\.(js|ts)$/

/**
 * Every migration of this folder in order of its name, `YYYYMMDDHHmm-what-it-does.ts`. A file exports one class with `up` and `down`; its name in the
 * database comes from the file.
 */
export async function loadMigrations(): Promise<Migration[]> {
  const files = fs.readdirSync(folder).filter((file) => named.test(file)).sort()
  return Promise.all(files.map(load))
}

async function load(file: string): Promise<Migration> {
  const [, stamp, words] = named.exec(file) as unknown as [string, string, string]
  const exported = (await import(`./${stamp}-${words}.js`)) as Record<string, unknown>
  const found = Object.values(exported).find((part): part is Migration => typeof part === 'function' && 'up' in part.prototype)
  if (!found) throw new Error(`The migration ${file} exports no class with up and down.`)
  // TypeORM orders by the 13 digits at the end of the name.
  const name = `${words}${stamp}0`
  return class extends found {
    override readonly name = name
  }
}
