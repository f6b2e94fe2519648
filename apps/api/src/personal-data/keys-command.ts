import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { Config } from '../platform/config.js'
import { KeyFolder } from '../platform/keys.js'
import { Sealing } from '../platform/sealing.js'
import { reasonOf } from '../platform/start-fault.js'
import { countByKey, resealAll } from './reseal.js'
import { oldFieldKeys, renewFieldKey, retireFieldKey } from './rotate-keys.js'

// `npm run keys -- status | rotate | reseal | retire`: docs/how-to/rotate-keys.md.

const say = (line: string) => void process.stdout.write(`${line}\n`)
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
}

async function reseal(client: pg.Client, config: Config): Promise<void> {
  const from = performance.now()
  const rows = await resealAll(client, new Sealing(new KeyFolder(config.dataDir), config.cryptoSuite))
  say(`${rows} rows sealed anew in ${((performance.now() - from) / 1000).toFixed(1)} s; no value of an old key or suite is left`)
}

async function rotate(client: pg.Client, config: Config): Promise<void> {
  say(`new field key ${renewFieldKey(config.dataDir)}`)
  await pause(untilSeenMs)
  await reseal(client, config)
}

async function retire(client: pg.Client, config: Config): Promise<void> {
  const counts = await countByKey(client)
  for (const { file, id } of oldFieldKeys(config.dataDir)) {
    const left = (counts.get(`1.${id}`) ?? 0) + (counts.get(`2.${id}`) ?? 0)
    if (left > 0) throw new Error(`${left} values still need the key ${id}; run \`npm run keys -- reseal\` first.`)
    retireFieldKey(config.dataDir, file)
    say(`key ${id} is retired: keep keys/retired/${file} as long as you keep backups that were made with it`)
  }
}

const commands: Readonly<Record<string, (client: pg.Client, config: Config) => Promise<void>>> = { status, rotate, reseal, retire }

async function run(): Promise<void> {
  const command = commands[process.argv[2] ?? '']
  if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`)
  const config = Config.from(process.env)
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
  process.exitCode = 1
})
