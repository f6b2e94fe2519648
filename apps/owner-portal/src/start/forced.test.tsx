import { answering } from '@icp/app-shell/testing'
import type { RegisterSubjectView } from '@icp/contract'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { openPortal } from '../open-portal.fixture.js'

const byForce = { at: '2026-11-27T02:00:00.000Z', reason: 'false-data', ground: '京通管罚〔2026〕12号' }
const service = { id: ids.next, number: '京ICP备2026000001号-1', type: 'website' as const, name: '晨光书店', domain: 'chenguang.com', state: 'cancelled' as const, approvedOn: '2026-11-01', cancelledOn: '2026-11-27', byForce, providers: [], accesses: [] }
const record = (parts: Partial<RegisterSubjectView>): RegisterSubjectView => ({
  id: ids.filing, number: '京ICP备2026000001号', name: '北京晨光有限公司', nature: '4', province: '110000', state: 'in-force', approvedOn: '2026-11-01', cancelledOn: null, services: [service], certificates: [], openFilings: [], ...parts,
})
const showing = (shown: RegisterSubjectView) => openPortal('/filing', {
  ...answering('listHollow', { rows: [], total: 0, next: null }), ...answering('listOwnRecords', { rows: [shown] }), ...answering('listFilings', { rows: [], total: 0, next: null }),
})

test('an owner reads of a website that was cancelled by force when, why, on what ground, and how to object', async () => {
  await showing(record({}))
  expect(await screen.findByText('“晨光书店” (京ICP备2026000001号-1) was cancelled by the administration')).toBeInTheDocument()
  expect(screen.getByText(/Reason: The filed data are false\..*Ground: 京通管罚〔2026〕12号\./)).toBeInTheDocument()
  expect(screen.getByText(/reconsideration within sixty days/)).toBeInTheDocument()
})

test('of a website that fell before its subject its own ground is still said', async () => {
  await showing(record({ state: 'cancelled', cancelledOn: '2026-11-28', byForce: { at: '2026-11-28T02:00:00.000Z', reason: 'unreachable', ground: '京通管罚〔2026〕40号' } }))
  expect(await screen.findByText(/Ground: 京通管罚〔2026〕40号\./)).toBeInTheDocument()
  expect(screen.getByText(/Ground: 京通管罚〔2026〕12号\./)).toBeInTheDocument()
})

test('of a subject that fell with all of its websites it is said once', async () => {
  await showing(record({ state: 'cancelled', cancelledOn: '2026-11-27', byForce }))
  expect(await screen.findByText('“北京晨光有限公司” (京ICP备2026000001号) was cancelled by the administration')).toBeInTheDocument()
  expect(screen.getAllByText(/was cancelled by the administration/)).toHaveLength(1)
})
