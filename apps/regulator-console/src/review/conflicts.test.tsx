import { answering, refuse } from '@icp/app-shell/testing'
import type { ConflictRow } from '@icp/contract'
import { ids, sampleRegistration, since } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { inReview, openConsole } from '../open-console.fixture.js'

const other: ConflictRow['other'] = { is: 'filing', id: ids.next, number: 'BA20261120-000002', status: 'with-providers', subjectName: '浙江示例有限公司', province: '330000', since }
const byName: ConflictRow = { over: 'service-name', rule: 'X-21', severity: 'reviewer', path: 'services.s1.name', otherPath: 'services.s9.name', first: 'own', other }
const byDomain: ConflictRow = {
  over: 'domain', rule: 'X-02', severity: 'block', path: 'services.s1.domain', otherPath: 'chenguang.com', first: 'own',
  other: { ...other, is: 'attempt', id: null, number: null, status: 'draft', subjectName: '甘肃示例有限公司', province: '620000' },
}
const filing = answering('getFiling', inReview(), { id: ids.filing })
const conflicts = (rows: ConflictRow[]) => ({ ...filing, ...answering('listConflicts', { rows }, { id: ids.filing }) })

test('the desk shows both sides: what collides, who is on the other side, who was first and what follows', async () => {
  openConsole(`/filings/${ids.filing}`, conflicts([byName, byDomain]))
  const table = await screen.findByRole('table', { name: 'Who is in conflict with this filing' })
  const [, name, domain] = within(table).getAllByRole('row')
  for (const said of ['Name of the website', '浙江示例有限公司', /Zhejiang.*BA20261120-000002/, 'This filing', 'You decide']) expect(within(name!).getByText(said)).toBeInTheDocument()
  expect(within(name!).getByRole('link', { name: 'See the other side: BA20261120-000002' })).toHaveAttribute('href', `/filings/${ids.filing}/conflicts/${ids.next}`)
  for (const said of ['Domain', /Gansu.*a draft that this filing keeps/, 'Could not finish', 'Only one of them can be']) expect(within(domain!).getByText(said)).toBeInTheDocument()
  expect(within(domain!).queryByRole('link')).not.toBeInTheDocument()
})

test('where nothing collides the desk says so', async () => {
  openConsole(`/filings/${ids.filing}`, conflicts([]))
  expect(await screen.findByText('Nothing of this filing is in conflict with another.')).toBeInTheDocument()
})

test('a decided filing has no part on conflicts', async () => {
  openConsole(`/filings/${ids.filing}`, answering('getFiling', inReview({ status: 'approved', actions: [] }), { id: ids.filing }))
  await screen.findByRole('heading', { name: 'What was filed' })
  expect(screen.queryByRole('heading', { name: 'Conflicts with other filings' })).not.toBeInTheDocument()
})

test('the other side opens to read, masked, with a way back to the own filing', async () => {
  const user = userEvent.setup()
  const content = sampleRegistration()
  const masked = { ...content, subject: { ...content.subject, name: '浙江示例有限公司', certificateNumber: '911******019Y' } }
  const { router } = openConsole(`/filings/${ids.filing}`, {
    ...conflicts([byName]), ...answering('getConflictParty', { side: { ...other, id: ids.next }, kind: 'new-subject', content: masked, rows: [byName] }, { id: ids.filing, partyId: ids.next }),
  })
  await user.click(await screen.findByRole('link', { name: /^See the other side/ }))
  expect(await screen.findByRole('heading', { name: 'Other side of the conflict: BA20261120-000002' })).toBeInTheDocument()
  expect(screen.getByText('911******019Y')).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'What is in conflict with the filing of your province' })).toHaveTextContent('Name of the website')
  expect(screen.queryByRole('button', { name: /Show|Remark|Approve/ })).not.toBeInTheDocument()
  await user.click(screen.getByRole('link', { name: 'Back to the filing of your province' }))
  expect(router.state.location.pathname).toBe(`/filings/${ids.filing}`)
})

test('once the conflict is gone the other side is not found', async () => {
  openConsole(`/filings/${ids.filing}/conflicts/${ids.next}`, { [`GET /filings/${ids.filing}/conflicts/${ids.next}`]: () => refuse(404) })
  expect(await screen.findByText('Refused 404')).toBeInTheDocument()
})
