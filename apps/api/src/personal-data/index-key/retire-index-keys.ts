import type { Client } from 'pg'
import { olderKeys, retireKey } from '../rotate-keys.js'
import { fingerprintKeysOf } from './rotate-index-key.js'

/** Takes away the index keys with which nothing in the database is made. Answers which. */
export async function retireUnusedIndexKeys(client: Client, dataDir: string): Promise<{ readonly file: string; readonly id: string }[]> {
  const inUse = Object.values(await fingerprintKeysOf(client)).map(({ keyId }) => keyId)
  const unused = olderKeys(dataDir, 'index').filter(({ id }) => !inUse.includes(id))
  for (const { file } of unused) retireKey(dataDir, file)
  return unused
}
