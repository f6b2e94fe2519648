import { HollowNotices } from '../hollow/hollow-notices.service.js'
import { actAs, house } from '../platform/acting.js'
import type { TestApp } from './app.js'
import type { FilingJourneys, Journey, ProviderWithStaff } from './filing-journey.js'

/** What the clock does every hour: owners of what is hollow are told. Answers how many. */
export const tellOfHollow = (api: TestApp): Promise<number> =>
  actAs(house('filings', 'register', 'notices'), () => api.app.get(HollowNotices, { strict: false }).tell())

/** As if the owner of one that is hollow had been told so many days ago, without moving the clock that sessions live by. */
export const toldDaysAgo = (api: TestApp, id: string, days: number): Promise<unknown> =>
  actAs(house('register'), () => api.db.query('UPDATE hollow_records SET told_at = $2 WHERE id = $1', [id, new Date(Date.parse(api.clock.now()) - days * 86_400_000).toISOString()]))

/** A record whose one website has lost its one access. */
export async function madeHollow(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff): Promise<Journey & { readonly subjectNumber: string }> {
  const journey = await journeys.approved([provider])
  const { number, services } = (await api.inject('listOwnRecords', {}, { as: journey.owner })).body.rows[0]!
  const [service] = services
  await journeys.cancelled(journey, 'cancel-access', { subjectNumber: number, serviceNumbers: [service!.number], accessIds: service!.accesses.map(({ id }) => id) })
  return { ...journey, subjectNumber: number }
}
