import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import type { ServedAccess } from '@icp/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const id = '00000000-0000-4000-8000-0000000000ac'
const filing = '00000000-0000-4000-8000-0000000000f1'
const row = (parts: Partial<ServedAccess> = {}): ServedAccess => ({
  id, serviceNumber: '京ICP备2026000001号-1', serviceName: '晨光书店', serviceType: 'website', domain: 'chenguang.com', subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司',
  approvedOn: '2026-11-20', ipRanges: [{ from: '192.0.2.1', to: '192.0.2.9' }], isLast: false, ending: null, ...parts,
})
const page = (...rows: ServedAccess[]) => ({ rows, total: rows.length, next: null })

test('a clerk ends an access with reason and note, both asked for at their fields, and is led to the application', async () => {
  let ended = false
  const { calls } = openConsole('/served', {
    ...answering('listServedAccesses', () => page(row(ended ? { ending: { id: filing, reference: 'BA20261126-000009' } } : {}))),
    ...answering('endAccess', () => {
      ended = true
      return { id: filing, status: 'in-review', version: 1, reference: 'BA20261126-000009' }
    }, { id }),
  })
  expect(await screen.findByText('192.0.2.1 – 192.0.2.9')).toBeInTheDocument()
  await userEvent.click(await screen.findByRole('button', { name: 'End the access of “晨光书店”' }))
  const window = await screen.findByRole('dialog')
  expect(within(window).queryByText(/last access/)).toBeNull()
  await userEvent.click(within(window).getByRole('button', { name: 'Apply' }))
  expect(within(await within(window).findByRole('alert', { name: 'There is a problem' })).getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Choose a reason', 'Say why the access ends'])
  await userEvent.selectOptions(within(window).getByLabelText('Reason'), '1')
  await userEvent.type(within(window).getByLabelText('Note'), '合同到期')
  await userEvent.click(within(window).getByRole('button', { name: 'Apply' }))
  expect(await screen.findByText('You applied to end the access of “晨光书店”')).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to.endsWith('/end'))?.body).toEqual({ reason: '1', note: '合同到期' })
  expect((await screen.findAllByRole('link', { name: 'BA20261126-000009' })).map((link) => link.getAttribute('href'))).toContain(`/filings/${filing}`)
  expect(screen.queryByRole('button', { name: 'End the access of “晨光书店”' })).toBeNull()
})

test('of the last access the clerk is warned before; a refusal stays in the window with what was typed', async () => {
  openConsole('/served', {
    ...answering('listServedAccesses', page(row({ isLast: true }))),
    ...answering('endAccess', () => refuse(409, { code: '1017', text: { zh: '该主体有备案正在办理。', en: 'A filing of this subject is running.' } }), { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'End the access of “晨光书店”' }))
  const window = await screen.findByRole('dialog')
  expect(within(window).getByText(/becomes hollow/)).toBeInTheDocument()
  await userEvent.selectOptions(within(window).getByLabelText('Reason'), '1')
  await userEvent.type(within(window).getByLabelText('Note'), '合同到期')
  await userEvent.click(within(window).getByRole('button', { name: 'Apply' }))
  expect(await within(window).findByText('A filing of this subject is running.')).toBeInTheDocument()
  expect(within(window).getByLabelText('Note')).toHaveValue('合同到期')
})

test('what is looked for stands in the address, and nothing found offers all again', async () => {
  const { router } = openConsole('/served', answering('listServedAccesses', ({ query }) => (query.get('q') ? page() : page(row()))))
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Find' }), 'nirgends.com{Enter}')
  expect(await screen.findByText('No access matches.')).toBeInTheDocument()
  expect(router.state.location.search).toEqual({ q: 'nirgends.com' })
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(await screen.findByText('晨光书店')).toBeInTheDocument()
})
