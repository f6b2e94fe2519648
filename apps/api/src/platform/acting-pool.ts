import pg from 'pg'
import { type ActingAs, whoActs } from './acting.js'

type Release = (error?: Error | boolean) => void
type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void

const settingsOf = (who: ActingAs): readonly string[] => [
  who.role,
  'accountId' in who ? who.accountId : '',
  'providerId' in who ? who.providerId : '',
  'province' in who ? who.province : '',
  linkOf(who),
  who.role === 'house' ? who.reach.join(',') : '',
]

const linkOf = (who: ActingAs): string => {
  switch (who.role) {
    case 'link': return who.link
    case 'verifier': return who.code
    case 'mediator': return who.filing
    default: return ''
  }
}

const act = `SELECT set_config('icp.role', $1, false), set_config('icp.account', $2, false), set_config('icp.provider', $3, false),
  set_config('icp.province', $4, false), set_config('icp.link', $5, false), set_config('icp.reach', $6, false)`

/** For whom each connection was last set up. */
const worn = new WeakMap<object, string>()

/** Nobody gets a connection that still acts for somebody else: one that cannot be set up is thrown away. */
async function dress(client: pg.PoolClient, who: ActingAs): Promise<void> {
  const settings = settingsOf(who)
  const wanted = settings.join('\n')
  if (worn.get(client) === wanted) return
  worn.delete(client)
  await client.query({ name: 'acting.act', text: act, values: [...settings] })
  worn.set(client, wanted)
}

/**
 * A pool whose connections act for whoever asked for them: every way to the database leads through `connect`, so no reader, repository or transaction has to
 * say it and none can forget it. The settings hold until the connection is handed to somebody else, and the policies of the database judge by them.
 */
class ActingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(taken: Taken): void
  override connect(taken?: Taken): Promise<pg.PoolClient> | undefined {
    if (!taken) return this.dressed()
    this.dressed().then((client) => taken(undefined, client, (error) => client.release(error)), (error: Error) => taken(error, undefined, () => {}))
    return undefined
  }

  private async dressed(): Promise<pg.PoolClient> {
    const who = whoActs()
    const client = await super.connect()
    try {
      await dress(client, who)
    } catch (error) {
      client.release(true)
      throw error
    }
    return client
  }
}

/** The driver as TypeORM takes it, with our pool in the place of its own. */
export const actingDriver: typeof pg = Object.create(pg, { Pool: { value: ActingPool } }) as typeof pg
