import { findOperation, type OperationId, operationIds } from '@icp/contract'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fs from 'node:fs'
import { z } from 'zod'
import { accountActs } from '../../testing/acts/account-acts.js'
import type { ActStage } from '../../testing/acts/act.js'
import { filingActs } from '../../testing/acts/filing-acts.js'
import { officeActs } from '../../testing/acts/office-acts.js'
import { ownDataActs } from '../../testing/acts/own-data-acts.js'
import { exceptRoles, readings, tellsOfNobody } from '../../testing/acts/readings.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { FilingJourneys } from '../../testing/filing-journey.js'

let api: TestApp
let stage: ActStage

beforeAll(async () => {
  api = await startTestApp()
  const journeys = new FilingJourneys(api)
  const { operator, securityAdministrator, auditAdministrator } = api.accounts
  stage = { api, journeys, provider: await journeys.provider(), operator: await operator(), security: await securityAdministrator(), auditor: await auditAdministrator() }
})
afterAll(() => api.close())

const staffOf = (id: OperationId): string[] => findOperation(id).roles.filter((role) => role !== 'public' && role !== 'owner')
const forStaff = operationIds.filter((id) => staffOf(id).length > 0)

/** What changes something is an act upon its object, which `no-entry-no-act.http.test.ts` proves to have its entry, or stands with its reason in the decision. */
const acts = { ...accountActs, ...filingActs, ...officeActs, ...ownDataActs }
const decision = fs.readFileSync(new URL('../../../../../docs/decisions/0027-no-entry-no-act.md', import.meta.url), 'utf8')
const changes = (id: OperationId): boolean => findOperation(id).method !== 'GET' && (id in acts || decision.includes(`\`${id}\``))

const callsPeople = /^(?:.*name|owner|.*person|mobile|phone|email|text|content|certificateNumber|reason|reference|by|.*By)$/i

/** Fields of an answer, however deep, that are called like what says who somebody is. */
const fieldsOf = (id: OperationId): string[] => {
  const { answer } = findOperation(id)
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys((node as { properties?: object }).properties ?? {})) if (callsPeople.test(key)) found.add(key)
    Object.values(node).forEach(walk)
  }
  walk(z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' }))
  return [...found].toSorted()
}

test('every operation that staff may call leaves an entry of reading, is an act, or says why it tells of nobody', () => {
  expect(forStaff.filter((id) => !(id in readings) && !(id in tellsOfNobody) && !changes(id))).toEqual([])
  expect(Object.keys(tellsOfNobody).filter((id) => id in readings || !forStaff.includes(id as OperationId))).toEqual([])
})

test.each(Object.keys(tellsOfNobody) as OperationId[])('%s answers no other field that says who somebody is than those it is excused for', (id) => {
  expect([id, fieldsOf(id)]).toEqual([id, tellsOfNobody[id]!.fields])
})

test.each(Object.keys(readings) as OperationId[])('whatever %s shows is in the breach scope of each who may ask', async (id) => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  const looks = await readings[id]!(stage)
  expect(looks.map(({ as }) => as.role).toSorted()).toEqual(staffOf(id).filter((role) => !exceptRoles[id]?.roles.includes(role as never)).toSorted())
  for (const { as, object, action, send } of looks) {
    const answer = await send()
    expect([id, answer.status, answer.status < 300 || answer.text]).toEqual([id, answer.status, true])
    const [from, to] = [-60, 60].map((seconds) => new Date(Date.parse(api.clock.now()) + seconds * 1000).toISOString()) as [string, string]
    const { body: { rows } } = await api.inject('getBreachScope', { query: { account: as.id, from, to } }, { as: stage.auditor })
    expect([as.role, rows.find((row) => row.object === object)?.actions]).toEqual([as.role, expect.arrayContaining([action])])
    expect(rows.find((row) => row.object === object)!.reads).toBeGreaterThan(0)
  }
})
