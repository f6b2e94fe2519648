import { answering, refuse } from '@icp/app-shell/testing'
import type { AnswerOf, CutOrder } from '@icp/contract'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const row = (parts: Partial<CutOrder> = {}): CutOrder => ({
  id: ids.filing, serviceNumber: '京ICP备2026000001号-1', serviceName: '晨光书店', serviceType: 'website', domain: 'chenguang.com', subjectName: '北京晨光有限公司', province: '110000', reason: 'false-data',
  ground: '京通管罚〔2026〕12号', orderedAt: '2026-11-27T02:00:00.000Z', dueOn: '2026-11-30', standing: 'waiting', acknowledgedAt: null, ...parts,
})
const late = row({ id: ids.next, serviceNumber: '京ICP备2026000002号-3', serviceName: '夕照书店', standing: 'late', dueOn: '2026-11-20' })
const page = (...rows: CutOrder[]): AnswerOf<'listCutOrders'> => ({ rows, total: rows.length, next: null, worst: rows.find(({ standing }) => standing !== 'acknowledged')?.standing ?? null })

test('a clerk sees what to cut, why, by when and what happens in silence, and acknowledges all of the page with one click', async () => {
  const user = userEvent.setup()
  let said = false
  const { calls } = openConsole('/cuts', {
    ...answering('listCutOrders', () => (said ? page() : page(late, row()))),
    ...answering('acknowledgeCuts', () => {
      said = true
      return { rows: [] }
    }),
  })
  const table = await screen.findByRole('table', { name: 'Services to cut' })
  expect(within(table).getByRole('row', { name: /夕照书店/ })).toHaveTextContent(/The filed data are false.*京通管罚〔2026〕12号.*Ordered by the administration of Beijing.*Late/)
  expect(screen.getByText('It stays marked late, and the administration may act on it.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Acknowledge as cut (0)' })).toBeDisabled()
  await user.click(screen.getByRole('button', { name: 'Choose all of this page' }))
  await user.click(screen.getByRole('button', { name: 'Acknowledge as cut (2)' }))
  expect(await screen.findByText('Acknowledged: 2')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /cut-orders/acknowledgements')?.body).toEqual({ ids: [ids.next, ids.filing] })
  expect(await screen.findByText('There is nothing that you have to cut.')).toBeInTheDocument()
})

test('a service without a domain is told apart by what it is', async () => {
  openConsole('/cuts', answering('listCutOrders', page(row({ serviceType: 'app', domain: '' }))))
  expect(await screen.findByText('京ICP备2026000001号-1 · App · 北京晨光有限公司')).toBeInTheDocument()
})

test('one is acknowledged by itself; a refusal is shown and the list stays', async () => {
  openConsole('/cuts', { ...answering('listCutOrders', page(row())), ...answering('acknowledgeCuts', () => refuse(404, { code: 'cut-order-not-found', text: { zh: '没有找到。', en: 'There is no such service that you are ordered to cut.' } })) })
  await userEvent.click(await screen.findByRole('button', { name: 'It is cut: 京ICP备2026000001号-1' }))
  expect(await screen.findByText('There is no such service that you are ordered to cut.')).toBeInTheDocument()
  expect(screen.getByText('晨光书店')).toBeInTheDocument()
})

test('what was acknowledged is shown on demand and asks for nothing', async () => {
  const { router } = openConsole('/cuts', answering('listCutOrders', ({ query }) => (query.get('cuts') === 'done' ? page(row({ standing: 'acknowledged', acknowledgedAt: '2026-11-27T03:00:00.000Z' })) : page())))
  await userEvent.selectOptions(await screen.findByLabelText('Show'), 'done')
  expect(await screen.findByText('Cut, acknowledged')).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ cuts: 'done' })
  expect(screen.queryByRole('button', { name: /cut/ })).not.toBeInTheDocument()
  expect(screen.queryByText('Choose')).not.toBeInTheDocument()
})

test('that something is late is said on every page, whatever that page shows', async () => {
  openConsole('/cuts', answering('listCutOrders', { ...page(row()), worst: 'late' }))
  expect(await screen.findByText('The time is over and you have not said that it is cut.')).toBeInTheDocument()
})
