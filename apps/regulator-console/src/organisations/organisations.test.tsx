import { answering, refuse } from '@icp/app-shell/testing'
import type { KeptProvider } from '@icp/contract'
import { provinces } from '@icp/domain'
import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator, security } from '../open-console.fixture.js'

const id = '77777777-7777-4777-8777-777777777777'
const at = '2026-11-25T02:00:00.000Z'
const kept = (parts: Partial<KeptProvider> = {}): KeptProvider => ({
  id, name: '示例云计算有限公司', nameEn: 'Sample Cloud Ltd.', licence: 'B1-20261234', province: '330000', city: '330100', state: 'active', version: 3, keywords: ['示例云'],
  ipBlocks: ['203.0.113.0/24'], addedAt: at, suspension: null, ...parts,
})
const row = { ...kept(), ipBlocks: 1 }
const asOperator = answering('getMe', operator)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('the operator finds providers by name and state, and what narrows the list stands in the address', async () => {
  const { calls } = openConsole('/providers?state=suspended', { ...asOperator, ...answering('listKeptProviders', { rows: [row], total: 1, next: null }) })
  expect(await screen.findByRole('link', { name: 'Sample Cloud Ltd.' })).toHaveAttribute('href', `/providers/${id}`)
  expect(screen.getByText('Providers: 1')).toBeInTheDocument()
  type('Find', '云')
  await userEvent.click(screen.getByRole('button', { name: 'Query' }))
  await waitFor(() => expect(calls.some(({ to, query }) => to === 'GET /administration/providers' && query.get('q') === '云' && query.get('state') === 'suspended')).toBe(true))
})

test('a provider is entered with its blocks one a line; what is missing is said at its field before anything is sent', async () => {
  const { calls } = openConsole('/providers', {
    ...asOperator, ...answering('listKeptProviders', { rows: [], total: 0, next: null }), ...answering('addProvider', kept()), ...answering('getKeptProvider', kept(), { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Enter a provider' }))
  const dialog = await screen.findByRole('dialog', { name: 'Enter a provider' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Enter' }))
  expect(within(dialog).getByLabelText('Name')).toHaveAccessibleDescription(/The name is missing/)
  expect(calls.some(({ to }) => to === 'POST /administration/providers')).toBe(false)
  type('Name', '示例云计算有限公司')
  type('Name in English', 'Sample Cloud Ltd.')
  type('Licence number', 'B1-20261234')
  fireEvent.change(within(dialog).getByLabelText('Province'), { target: { value: '330000' } })
  await waitFor(() => expect(within(dialog).getByRole('option', { name: /Hangzhou/, hidden: true })).toBeInTheDocument())
  fireEvent.change(within(dialog).getByLabelText('City'), { target: { value: '330100' } })
  type('Reported IP blocks', '203.0.113.0/24\n\n2001:db8::/32')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Enter' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Sample Cloud Ltd.' })).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'POST /administration/providers')?.body).toEqual({
    name: '示例云计算有限公司', nameEn: 'Sample Cloud Ltd.', licence: 'B1-20261234', province: '330000', city: '330100', keywords: [], ipBlocks: ['203.0.113.0/24', '2001:db8::/32'],
  })
})

test('a provider is suspended only with a reason; then the page says since when and why, and offers to resume', async () => {
  let current = kept()
  const { calls } = openConsole(`/providers/${id}`, {
    ...asOperator, ...answering('getKeptProvider', () => current, { id }),
    ...answering('suspendProvider', () => (current = kept({ state: 'suspended', version: 4, suspension: { reason: 'rectification', since: at } })), { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Suspend' }))
  const dialog = await screen.findByRole('dialog', { name: 'Suspend' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Suspend' }))
  expect(await within(dialog).findByRole('link', { name: 'Choose a reason.' })).toHaveAttribute('href', '#suspension-reason')
  await userEvent.click(within(dialog).getByLabelText('Rectification ordered'))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Suspend' }))
  expect(await screen.findByText('Suspended; owners can no longer choose it.')).toBeInTheDocument()
  expect(await screen.findByRole('button', { name: 'Resume' })).toBeInTheDocument()
  expect(calls.find(({ to }) => to === `POST /administration/providers/${id}/suspend`)?.body).toEqual({ version: 3, reason: 'rectification' })
})

test('what somebody else has changed meanwhile is said, and what was typed stays', async () => {
  openConsole(`/providers/${id}`, { ...asOperator, ...answering('getKeptProvider', kept(), { id }), [`PUT /administration/providers/${id}`]: () => refuse(409) })
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }))
  const dialog = await screen.findByRole('dialog', { name: 'Change what is kept' })
  type('Name in English', 'Another Ltd.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(await within(dialog).findByRole('alert')).toBeInTheDocument()
  expect(within(dialog).getByLabelText('Name in English')).toHaveValue('Another Ltd.')
})

test('the operator keeps how an administration is reached', async () => {
  const rows = provinces.map(({ code }) => ({ province: code, phone: '', address: '', website: '', version: 0, changedAt: null, inReview: code === '110000' ? 12 : 0, overdue: code === '110000' ? 3 : 0 }))
  const { calls } = openConsole('/administrations', {
    ...asOperator, ...answering('listAdministrations', { rows }),
    ...answering('changeAdministration', { ...rows[0]!, phone: '010-12345678', version: 1, changedAt: at }, { province: '110000' }),
  })
  expect(within(await screen.findByRole('row', { name: /Beijing/ })).getAllByRole('cell').slice(0, 2).map(({ textContent }) => textContent)).toEqual(['12', '3 late'])
  await userEvent.click(await screen.findByRole('button', { name: 'Change how Beijing Communications Administration is reached' }))
  const dialog = await screen.findByRole('dialog', { name: 'Beijing Communications Administration' })
  type('Phone', 'call us')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(within(dialog).getByLabelText('Phone')).toHaveAccessibleDescription(/not the form of a phone number/)
  type('Phone', '010-12345678')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved how Beijing Communications Administration is reached.')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === 'PUT /administration/administrations/110000')?.body).toEqual({ version: 0, phone: '010-12345678', address: '', website: '' })
})

test('who is not the system administrator is told who can', async () => {
  openConsole('/providers', answering('getMe', security))
  expect(await screen.findByRole('main')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Enter a provider' })).not.toBeInTheDocument()
})
