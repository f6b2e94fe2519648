import { answering } from '@icp/app-shell/testing'
import type { Call } from '@icp/app-shell/testing'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { figures, openConsole, row } from '../open-console.fixture.js'

const list = (rows = [row()], next: string | null = null) => answering('listFilings', () => ({ rows, total: rows.length, next }))
const asked = (calls: readonly Call[]) => Object.fromEntries(calls.filter((call) => call.to === 'GET /filings').at(-1)?.query ?? [])

test('the address decides what the queue asks for, and what it does not understand is left out', async () => {
  const { calls } = openConsole('/queue?status=returned&kind=nonsense&attention=overdue&q=晨光', list())
  await screen.findByRole('table', { name: 'Filings' })
  expect(asked(calls)).toEqual({ status: 'returned', attention: 'overdue', q: '晨光' })
  expect(screen.getByLabelText('Status')).toHaveValue('returned')
  expect(screen.getByLabelText('Kind')).toHaveValue('')
})

test('a filter goes into the address and starts over at the first page', async () => {
  const user = userEvent.setup()
  const { calls, router } = openConsole('/queue?page=c1', list())
  await screen.findByRole('table')
  expect(asked(calls)).toEqual({ state: 'open', cursor: 'c1' })
  await user.selectOptions(screen.getByLabelText('Status'), 'in-review')
  await waitFor(() => expect(router.state.location.search).toEqual({ status: 'in-review' }))
  await waitFor(() => expect(asked(calls)).toEqual({ status: 'in-review' }))
})

test('pages go forward and back by the address', async () => {
  const user = userEvent.setup()
  const { router } = openConsole('/queue', answering('listFilings', ({ query }) => ({ rows: [row()], total: 40, next: query.get('cursor') === 'c2' ? null : query.get('cursor') ? 'c2' : 'c1' })))
  await user.click(await screen.findByRole('button', { name: 'Next page' }))
  await screen.findByText('Page 2')
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ page: 'c1.c2' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled())
  await user.click(screen.getByRole('button', { name: 'Previous page' }))
  await waitFor(() => expect(router.state.location.search).toEqual({ page: 'c1' }))
})

test('nothing that matches differs from nothing at all', async () => {
  const user = userEvent.setup()
  openConsole('/queue?q=zzz', list([]))
  expect(await screen.findByText('No filings match.')).toBeInTheDocument()
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!)
  expect(await screen.findByText('No filing waits right now.')).toBeInTheDocument()
})

test('cancellations and closed filings are lists of their own', async () => {
  const { calls, router } = openConsole('/cancellations', list())
  await screen.findByRole('table')
  expect(asked(calls)).toEqual({ form: 'cancellation' })
  await router.navigate({ to: '/closed' })
  await screen.findByRole('heading', { name: 'Closed filings' })
  await waitFor(() => expect(asked(calls)).toEqual({ state: 'closed' }))
})

test('j and k step over the rows, Enter opens one, and ? lists it', async () => {
  const user = userEvent.setup()
  openConsole('/queue', list([row(), row({ id: ids.next, reference: 'BA20261120-000002' })]))
  await screen.findByRole('table')
  await user.keyboard('j')
  expect(screen.getByRole('link', { name: 'BA20261120-000001' })).toHaveFocus()
  await user.keyboard('j')
  expect(screen.getByRole('link', { name: 'BA20261120-000002' })).toHaveFocus()
  await user.keyboard('k')
  expect(screen.getByRole('link', { name: 'BA20261120-000001' })).toHaveFocus()
  await user.keyboard('?')
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Next filing')
})

test('every number of the board leads to the list that it counts', async () => {
  openConsole('/', { ...list([]), ...answering('getFigures', figures({ waiting: 3, overdue: 1 })) })
  const board = await screen.findByRole('list', { name: 'Work at a glance' })
  expect(within(board).getByRole('link', { name: /^To verify\s*3/ })).toHaveAttribute('href', '/queue?attention=waiting')
  expect(within(board).getByRole('link', { name: /^Returned\s*0/ })).toHaveAttribute('href', '/queue?status=returned')
  expect(within(board).getByRole('link', { name: /^Overdue\s*1/ })).toHaveAttribute('href', '/queue?attention=overdue')
})

test('a board without work says so and shows what happened lately', async () => {
  openConsole('/', { ...list([row({ status: 'approved', due: null })]), ...answering('getFigures', { ...figures(), statuses: { ...figures().statuses, approved: 1 } }) })
  expect(await screen.findByText(/No filing waits for you right now/)).toBeInTheDocument()
  expect(await screen.findByRole('link', { name: 'BA20261120-000001' })).toBeInTheDocument()
})
