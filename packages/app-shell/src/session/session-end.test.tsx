import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createMemoryHistory, createRoute } from '@tanstack/react-router'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createApp } from '../start/create-app.js'
import { authRoute } from '../start/root-routes.js'
import { apiStand, refuse, sampleMe, sampleSite } from '../testing/index.js'

const minute = 60_000
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))

const open = () => {
  const stand = apiStand({ 'GET /site': () => sampleSite(), 'GET /me': () => sampleMe() })
  const app = createApp({
    portal: 'owner', title: { zh: '备', en: 'Filing' }, resources: { 'zh-CN': {}, en: {} }, menu: [],
    routes: () => [authRoute.addChildren([createRoute({ getParentRoute: () => authRoute, path: '/filing', component: () => <h1>Filing page</h1> }) as never]) as never],
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

test('once the session is over the page asks to log on again', async () => {
  const { answer } = open()
  await pass(100)
  answer({ 'GET /me': () => refuse(401) })
  await pass(31 * minute)
  expect(screen.getByRole('dialog', { name: 'Log on again' })).toBeInTheDocument()
  expect(screen.getByText('Filing page')).toBeInTheDocument()
})
