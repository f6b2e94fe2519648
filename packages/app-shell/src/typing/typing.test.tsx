import { ApiProblem, ClientProvider, createClient } from '@icp/client'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from '../language/i18n.js'
import { createQueryClient } from '../start/query-client.js'
import { apiStand, sampleMe } from '../testing/index.js'
import { AutosaveMark } from './AutosaveMark.js'
import { useAutosave } from './use-autosave.js'

const Draft = ({ value, save, enabled = true }: { value: string; save: (value: string) => Promise<unknown>; enabled?: boolean }) => {
  const autosave = useAutosave({ value, save, enabled })
  return (
    <>
      <AutosaveMark autosave={autosave} />
      <output aria-label="dirty">{String(autosave.isDirty)}</output>
    </>
  )
}

const draw = (save: (value: string) => Promise<unknown>, enabled = true) => {
  const i18n = createI18n('en', { 'zh-CN': {}, en: {} })
  const queries = createQueryClient()
  const client = createClient({ fetch: apiStand({ 'GET /me': () => sampleMe() }).fetch })
  const page = (value: string, on = true) => (
    <I18nextProvider i18n={i18n}><QueryClientProvider client={queries}><ClientProvider client={client}><Draft value={value} save={save} enabled={on} /></ClientProvider></QueryClientProvider></I18nextProvider>
  )
  const drawn = render(page('one', enabled))
  return { type: (value: string, on = true) => drawn.rerender(page(value, on)), leave: drawn.unmount }
}
const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))
const problem = (status: number) => new ApiProblem({ status, code: 'x', text: { zh: '不行', en: 'No' }, findings: [], requestId: '' })

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-11-23T06:02:00Z') }))
afterEach(() => void jest.useRealTimers())

test('what is typed is saved after a pause, once, and the time is shown', async () => {
  const saved: string[] = []
  const { type } = draw(async (value) => saved.push(value))
  type('one t')
  await pass(300)
  type('one two')
  expect(screen.getByLabelText('dirty')).toHaveTextContent('true')
  await pass(900)
  expect(saved).toEqual(['one two'])
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Saved 14:02')
  expect(screen.getByLabelText('dirty')).toHaveTextContent('false')
})

test('saves never overlap, and the newest text follows the running one', async () => {
  const started: string[] = []
  const finish: (() => void)[] = []
  const { type } = draw((value) => {
    started.push(value)
    return new Promise<void>((resolve) => finish.push(resolve))
  })
  type('two')
  await pass(900)
  type('three')
  await pass(900)
  expect(started).toEqual(['two'])
  finish[0]?.()
  await pass(10)
  expect(started).toEqual(['two', 'three'])
})

test('a lost connection is tried again until it works', async () => {
  let tries = 0
  const { type } = draw(async () => {
    tries += 1
    if (tries < 3) throw problem(0)
  })
  type('two')
  await pass(900)
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Not saved yet; will try again')
  await pass(5100)
  expect(tries).toBe(2)
  await pass(5100)
  expect(tries).toBe(3)
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Saved')
})

test('a refusal is shown and waits for the next change', async () => {
  let tries = 0
  const { type } = draw(async () => {
    tries += 1
    throw problem(409)
  })
  type('two')
  await pass(30_000)
  expect(tries).toBe(1)
  expect(screen.getAllByRole('status')[0]).toHaveTextContent('Could not be saved: No')
})

test('what is loaded first counts as saved, and leaving the page saves the rest', async () => {
  const saved: string[] = []
  const { type, leave } = draw(async (value) => saved.push(value), false)
  type('loaded', false)
  type('loaded')
  await pass(2000)
  expect(saved).toEqual([])
  type('typed')
  leave()
  await pass(0)
  expect(saved).toEqual(['typed'])
})
