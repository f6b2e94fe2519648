import { answering } from '@icp/app-shell/testing'
import type { Call } from '@icp/app-shell/testing'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { figures, inReview, openConsole, row } from '../open-console.fixture.js'

const list = (rows = [row(), row({ id: ids.next, reference: 'BA20261120-000002' })]) => answering('listFilings', () => ({ rows, total: rows.length, next: null }))
const asked = (calls: readonly Call[]) => Object.fromEntries(calls.filter((call) => call.to === 'GET /filings').at(-1)?.query ?? [])

test('the queue always asks for what is in review, and its filters stand in the address', async () => {
  const user = userEvent.setup()
  const { calls, router } = openConsole('/queue?attention=overdue', list())
  await screen.findByRole('table', { name: 'Filings' })
  expect(asked(calls)).toEqual({ status: 'in-review', attention: 'overdue' })
  await user.selectOptions(screen.getByLabelText('Kind'), 'cancel-subject')
  await waitFor(() => expect(router.state.location.search).toEqual({ kind: 'cancel-subject', attention: 'overdue' }))
  await waitFor(() => expect(asked(calls)).toEqual({ status: 'in-review', attention: 'overdue', kind: 'cancel-subject' }))
})

test('take next opens the filing that arrived first', async () => {
  const user = userEvent.setup()
  const { router } = openConsole('/queue', { ...list(), ...answering('getFiling', inReview(), { id: ids.filing }) })
  await screen.findByRole('table')
  await user.keyboard('t')
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filings/${ids.filing}`))
})

test('days left are a meter that reads as words', async () => {
  openConsole('/queue', list())
  const meters = await screen.findAllByRole('meter', { name: 'Working days of the review' })
  expect(meters[0]).toHaveAttribute('aria-valuetext', 'Working days left: 19')
})

test('every number of the dashboard leads to its list, and the age of the queue has a table twin', async () => {
  openConsole('/', {
    ...list([]),
    ...answering('getFigures', figures({ 'in-review': 3, returned: 2 }, { 'due-soon': 1, overdue: 1 }, [{ from: 0, to: 5, filings: 2 }, { from: 21, to: null, filings: 1 }])),
  })
  const tiles = await screen.findByRole('list', { name: 'Review at a glance' })
  expect(within(tiles).getByRole('link', { name: /^In review\s*3/ })).toHaveAttribute('href', '/queue')
  expect(within(tiles).getByRole('link', { name: /^Due within 5 working days\s*1/ })).toHaveAttribute('href', '/queue?attention=due-soon')
  expect(within(tiles).getByRole('link', { name: /^Returned\s*2/ })).toHaveAttribute('href', '/filings?status=returned')
  expect(screen.getByRole('img', { name: '0–5 days: 2; 21 days and more (overdue): 1' })).toBeInTheDocument()
  expect(screen.getByRole('table', { name: 'Age of the queue', hidden: true })).toHaveTextContent('0–5 days')
})
