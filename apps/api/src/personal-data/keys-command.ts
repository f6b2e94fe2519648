import 'reflect-metadata'
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { noteCommand } from '../audit/command-entry.api.js'
import { Config } from '../platform/config.js'
import { KeyFolder } from '../platform/keys.js'
import { Sealing } from '../platform/sealing.js'
import { reasonOf } from '../platform/start-fault.js'
import { countByKey, resealAll } from './reseal.js'
import { areThere } from './index-key/coming-columns.js'
import { retireUnusedIndexKeys } from './index-key/retire-index-keys.js'
import { fingerprintKeysOf, rotateIndexKey } from './index-key/rotate-index-key.js'
import { olderKeys, renewKey, retireKey } from './rotate-keys.js'

// `npm run keys -- status | rotate | rotate-index | reseal | retire`: docs/how-to/rotate-keys.md.

const say = (line: string) => void process.stdout.write(`${line}\n`)
const hmac = { aes: 'HMAC-SHA-256', sm: 'HMAC-SM3' } as const
/** Running instances look at the folder once a second. */
const untilSeenMs = 2500

async function status(client: pg.Client, config: Config): Promise<void> {
  const keys = new KeyFolder(config.dataDir)
  const counts = await countByKey(client)
  for (const [key, values] of [...counts].sort()) {
    const [form, id] = key.split('.')
    const state = id === keys.field[0].id ? 'seals and opens' : keys.find(id) ? 'opens only' : 'IS MISSING: nothing can read these values'
    say(`${id}  ${form === '1' ? 'AES-256-GCM' : 'SM4-CTR + HMAC-SM3'}  ${values} values  ${state}`)
  }
  if (!counts.size) say('Nothing is sealed yet.')
  const { search, mark } = await fingerprintKeysOf(client)
  say(`${search.keyId}  ${hmac[search.suite]}  fingerprints to search by${keys.findIndex(search.keyId) ? '' : '  IS MISSING: nothing can be found'}`)
  say(`${mark.keyId}  ${hmac[mark.suite]}  fingerprints of codes and counts${keys.findIndex(mark.keyId) ? '' : '  IS MISSING: nobody can log on'}`)
  if (await areThere(client)) say('A rotation of the index key has not come to its end: run `npm run keys -- rotate-index`.')
}

async function reseal(client: pg.Client, config: Config): Promise<void> {
  const from = performance.now()
  const rows = await resealAll(client, new Sealing(new KeyFolder(config.dataDir), config.cryptoSuite))
  say(`${rows} rows sealed anew in ${((performance.now() - from) / 1000).toFixed(1)} s; no value of an old key or suite is left`)
}

async function rotate(client: pg.Client, config: Config): Promise<void> {
  say(`new field key ${renewKey(config.dataDir, 'field')}`)
  await pause(untilSeenMs)
  await reseal(client, config)
}

async function rotateIndex(client: pg.Client, config: Config): Promise<void> {
  const { keyId, rows, stoodMs } = await rotateIndexKey(client, config.dataDir, config.cryptoSuite)
  say(`new index key ${keyId}: the fingerprints of ${rows} rows were made anew; for ${stoodMs.toFixed(0)} ms nobody could write`)
}

async function retire(client: pg.Client, config: Config): Promise<void> {
  const counts = await countByKey(client)
  for (const { file, id } of olderKeys(config.dataDir, 'field')) {
    const left = (counts.get(`1.${id}`) ?? 0) + (counts.get(`2.${id}`) ?? 0)
    if (left > 0) throw new Error(`${left} values still need the key ${id}; run \`npm run keys -- reseal\` first.`)
    retireKey(config.dataDir, file)
    sayRetired({ file, id })
  }
  for (const retired of await retireUnusedIndexKeys(client, config.dataDir)) sayRetired(retired)
}

const sayRetired = ({ file, id }: { readonly file: string; readonly id: string }) =>
  say(`key ${id} is retired: keep keys/retired/${file} as long as you keep backups that were made with it`)

/** What changes keys stands in the audit before it does; looking changes nothing. */
const noted: Readonly<Record<string, Parameters<typeof noteCommand>[1]>> = {
  rotate: { action: 'keys.rotate', objectType: 'key', objectId: 'field' }, 'rotate-index': { action: 'keys.rotate-index', objectType: 'key', objectId: 'index' },
  reseal: { action: 'keys.reseal', objectType: 'key', objectId: 'field' }, retire: { action: 'keys.retire', objectType: 'key', objectId: 'older' },
}

const commands: Readonly<Record<string, (client: pg.Client, config: Config) => Promise<void>>> = { status, rotate, 'rotate-index': rotateIndex, reseal, retire }

async function run(): Promise<void> {
  const name = process.argv[2] ?? ''
  const command = commands[name]
  if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`)
  const config = Config.from(process.env)
  if (noted[name]) await noteCommand(config, noted[name])
  const client = new pg.Client({ connectionString: config.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await command(client, config)
  } finally {
    await client.end()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  // What the entry's start had opened before it failed would hold the process.
  process.exit(1)
})
