import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { type ApiProblem, useAnswer, useClient } from '@icp/client'
import { createMemoryHistory, createRoute } from '@tanstack/react-router'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { createApp } from '../start/create-app.js'
import { authRoute } from '../start/root-routes.js'
import { type Answerer, apiStand, refuse, sampleMe, sampleSite } from '../testing/index.js'

const minute = 60_000
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))

const open = (component = () => <h1>Filing page</h1>, more: Record<string, Answerer> = {}) => {
  const stand = apiStand({ 'GET /site': () => sampleSite(), 'GET /me': () => sampleMe(), ...more })
  const app = createApp({
    portal: 'owner', title: { zh: '备', en: 'Filing' }, resources: { 'zh-CN': {}, en: {} }, menu: [],
    routes: () => [authRoute.addChildren([createRoute({ getParentRoute: () => authRoute, path: '/filing', component }) as never]) as never],
  }, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: ['/filing'] }), language: 'en' })
  render(app.element)
  return stand
}

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers({ now: Date.parse('2026-11-23T06:00:00Z') })
})
afterEach(() => void jest.useRealTimers())

test('two minutes before the session ends the user is warned and may stay', async () => {
  const { calls } = open()
  await pass(100)
  expect(screen.getByRole('heading', { name: 'Filing page' })).toBeInTheDocument()
  await pass(27 * minute)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  await pass(minute)
  expect(screen.getByRole('alertdialog', { name: 'You are about to be logged off' })).toHaveTextContent('14:30')
  const before = calls.filter((call) => call.to === 'GET /me').length
  fireEvent.click(screen.getByRole('button', { name: 'Stay logged on' }))
  await pass(minute)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  expect(calls.filter((call) => call.to === 'GET /me').length).toBe(before + 1)
})

test('Esc on the warning stays: it closes a window and ends no session', async () => {
  const { calls } = open()
  await pass(28 * minute)
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' })
  await pass(minute)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  expect(calls.some(({ to }) => to === 'POST /log-off')).toBe(false)
  expect(screen.getByRole('heading', { name: 'Filing page' })).toBeInTheDocument()
})

test('where staying cannot move the end of a session, that is said once', async () => {
  const { answer } = open()
  const end = new Date(Date.now() + 29 * minute).toISOString()
  answer({ 'GET /me': () => sampleMe({ sessionEndsAt: end }) })
  await pass(28 * minute)
  fireEvent.click(screen.getByRole('button', { name: 'Stay logged on' }))
  await pass(100)
  expect(screen.getByRole('alertdialog', { name: 'This session is about to end' })).toHaveTextContent('twelve hours at most')
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }))
  await pass(30_000)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
})

test('a page that asks again by itself keeps no session alive once nobody is at it', async () => {
  const { calls } = open(() => {
    useAnswer('getFigures', {}, { refetchInterval: 15_000 })
    return <h1>Filing page</h1>
  }, { 'GET /figures': () => ({}) })
  await pass(3 * minute)
  fireEvent.pointerMove(document.body)
  await pass(28 * minute)
  expect(calls.filter(({ to }) => to === 'GET /figures').length).toBeGreaterThan(100)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  await pass(minute)
  expect(screen.getByRole('alertdialog', { name: 'You are about to be logged off' })).toBeInTheDocument()
})

test('whoever types on a page that asks nothing is not warned', async () => {
  const { calls } = open()
  await pass(100)
  for (let minutes = 0; minutes < 60; minutes++) {
    fireEvent.keyDown(document.body, { key: 'a' })
    await pass(minute)
  }
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  expect(calls.filter((call) => call.to === 'GET /me').length).toBeLessThan(10)
})

test('once the session is over the page asks to log on again', async () => {
  const { answer } = open()
  await pass(100)
  answer({ 'GET /me': () => refuse(401) })
  await pass(31 * minute)
  expect(screen.getByRole('dialog', { name: 'Log on again' })).toBeInTheDocument()
  expect(screen.getByText('Filing page')).toBeInTheDocument()
})

test('a password that has ended by the time of logging on again hides the page and what was typed on it, and loses neither', async () => {
  const { answer } = open(() => <label>Name<input /></label>)
  await pass(100)
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'half a name' } })
  answer({ 'GET /me': () => sampleMe({ passwordExpired: true }) })
  await pass(31 * minute)
  expect(screen.getByRole('heading', { name: 'Choose a new password' })).toBeInTheDocument()
  expect(screen.getByLabelText('Name')).not.toBeVisible()
  answer({ 'GET /me': () => sampleMe() })
  await pass(31 * minute)
  expect(screen.getByLabelText('Name')).toBeVisible()
  expect(screen.getByLabelText('Name')).toHaveValue('half a name')
})

test('a page that was not open yet is not shown before an ended password is changed', async () => {
  open(undefined, { 'GET /me': () => sampleMe({ passwordExpired: true }) })
  await pass(100)
  expect(screen.queryByText('Filing page')).not.toBeInTheDocument()
})

test('what waits for a code when its account leaves is given up, and nothing of it is sent for the next account', async () => {
  const ends: string[] = []
  const refused: Answerer = () => refuse(403, { code: 'proof-needed', text: { zh: '须重新验证。', en: 'A file needs a fresh code of your authenticator.' } })
  const { answer, calls } = open(() => {
    const client = useClient()
    return <button type="button" onClick={() => void client.call('exportFilings', { query: { language: 'en' } }).catch((error: ApiProblem) => ends.push(error.code))}>Export</button>
  }, { 'GET /me': () => sampleMe({ sessionEndsAt: '2026-11-23T06:01:00.000Z' }), 'GET /exports/filings': refused, 'GET /account/authenticator/proof': () => ({ until: '2026-11-23T06:00:00.000Z', onScreen: null }) })
  await pass(100)
  fireEvent.click(screen.getByRole('button', { name: 'Export' }))
  await pass(100)
  expect(screen.getByRole('dialog', { name: 'Confirm that it is you' })).toBeInTheDocument()
  answer({ 'GET /me': () => refuse(401) })
  await pass(1.5 * minute)
  expect(ends).toEqual([])
  fireEvent.click(within(screen.getByRole('dialog', { name: 'Log on again' })).getByRole('button', { name: 'Close' }))
  await pass(100)
  fireEvent.click(screen.getByRole('button', { name: 'Leave this page' }))
  await pass(10)
  expect(ends).toEqual(['proof-needed'])
  expect(calls.filter(({ to }) => to === 'GET /exports/filings')).toHaveLength(1)
})
