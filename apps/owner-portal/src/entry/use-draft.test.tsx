import { expect, test } from '@jest/globals'
import { answering, type Answerer, apiStand, refuse } from '@icp/app-shell/testing'
import { ClientProvider, createClient } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { findingsFor, FilingContent, type RegistrationContent, withFieldAt } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { ids, sampleFiling, sampleRegistration, since } from '@icp/filing-views/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { useRunningDraft } from './running-draft.js'
import { useDraftOf } from './use-draft.js'

const address = `PUT /filings/${ids.filing}/draft`
const named = (name: string): RegistrationContent => withFieldAt(sampleRegistration(), 'subject.name', name)
const nameIn = (content: unknown) => (FilingContent.parse(content) as RegistrationContent).subject.name
const draftFiling = (parts: Partial<FilingView> = {}) => sampleFiling({ status: 'draft', reference: null, finishedAt: null, due: null, version: 1, ...parts })

/** A server that keeps one draft as the API does: with a version that each save must name. `lose` drops the next answers, after or before they have an effect. */
const keeping = () => {
  const server = { draft: draftFiling(), locked: false, lose: [] as ('after' | 'before')[], hold: [] as Promise<void>[], saves: [] as string[] }
  const save: Answerer = async (call) => {
    const { version, content } = call.body as { version: number; content: RegistrationContent }
    server.saves.push(nameIn(content))
    const how = server.lose.shift()
    if (how === 'before') throw new TypeError('Failed to fetch')
    await server.hold.shift()
    if (server.locked) refuse(423, { code: 'locked' })
    if (version !== server.draft.version) refuse(409, { code: 'changed-meanwhile' })
    server.draft = { ...server.draft, version: version + 1, content }
    if (how === 'after') throw new TypeError('Failed to fetch')
    const findings = findingsFor('new-subject', content, browserRuleContext())
    return answering('saveDraft', { version: version + 1, savedAt: since, findings }, { id: ids.filing })[address]?.(call)
  }
  const stand = apiStand({
    [address]: save, ...answering('getFiling', () => server.draft, { id: ids.filing }),
    ...answering('listFilings', () => ({ rows: server.draft.status === 'draft' ? [server.draft] : [], total: 1, next: null })),
  })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queries}><ClientProvider client={createClient({ fetch: stand.fetch })}>{children}</ClientProvider></QueryClientProvider>
    </StrictMode>
  )
  const open = () => renderHook(() => useDraftOf(server.draft), { wrapper })
  return { server, stand, wrapper, open }
}

/** A promise that is kept on call. */
const gate = () => {
  let open = () => {}
  const held = new Promise<void>((resolve) => { open = resolve })
  return { held, open }
}

test('what is typed is saved after a pause, and a burst of typing is saved once', async () => {
  const { server, open } = keeping()
  const { result } = open()
  act(() => result.current.change(named('甲')))
  act(() => result.current.change(named('甲乙')))
  expect(result.current.content.subject.name).toBe('甲乙')
  await waitFor(() => expect(result.current.state).toBe('saved'))
  expect(server.saves).toEqual(['甲乙'])
})

test('what is typed while a save runs is saved next, with the version that the first one gave', async () => {
  const { server, open } = keeping()
  const { held, open: release } = gate()
  server.hold.push(held)
  const { result } = open()
  act(() => result.current.change(named('一')))
  let flushed: Promise<unknown> = Promise.resolve()
  act(() => { flushed = result.current.flush() })
  await waitFor(() => expect(server.saves).toEqual(['一']))
  act(() => result.current.change(named('二')))
  release()
  await act(async () => { await flushed })
  expect(server.saves).toEqual(['一', '二'])
  expect(nameIn(server.draft.content)).toBe('二')
  expect(result.current.state).toBe('saved')
  expect(result.current.problem).toBeNull()
})

test('several who wait for the draft to be safe never make two saves at once', async () => {
  const { server, open } = keeping()
  const { held, open: release } = gate()
  server.hold.push(held)
  const { result } = open()
  act(() => result.current.change(named('一')))
  let all: Promise<readonly { readonly safe: boolean }[]> = Promise.resolve([])
  act(() => { all = Promise.all([result.current.flush(), result.current.flush(), result.current.flush()]) })
  await waitFor(() => expect(server.saves).toHaveLength(1))
  act(() => result.current.change(named('二')))
  release()
  await act(async () => { expect((await all).map((one) => one.safe)).toEqual([true, true, true]) })
  expect(server.saves).toEqual(['一', '二'])
  expect(result.current.problem).toBeNull()
})

test('nothing is sent while nothing has changed', async () => {
  const { server, open } = keeping()
  const { result } = open()
  await act(async () => { expect(await result.current.flush()).toEqual({ safe: true, version: 1 }) })
  expect(server.saves).toEqual([])
})

test('a lost connection keeps what is typed, and the next try saves it', async () => {
  const { server, open } = keeping()
  server.lose.push('before')
  const { result } = open()
  act(() => result.current.change(named('甲')))
  await act(async () => { expect((await result.current.flush()).safe).toBe(false) })
  expect(result.current.state).toBe('failed')
  expect(result.current.problem?.code).toBe('offline')
  expect(result.current.content.subject.name).toBe('甲')
  await act(async () => { expect((await result.current.flush()).safe).toBe(true) })
  expect(result.current.problem).toBeNull()
  expect(nameIn(server.draft.content)).toBe('甲')
})

test('a save that arrived but whose answer was lost is no conflict', async () => {
  const { server, open } = keeping()
  server.lose.push('after', 'before')
  const { result } = open()
  act(() => result.current.change(named('甲')))
  await act(async () => { await result.current.flush() })
  act(() => result.current.change(named('乙')))
  await act(async () => { await result.current.flush() })
  act(() => result.current.change(named('丙')))
  await act(async () => { expect((await result.current.flush()).safe).toBe(true) })
  expect(result.current.problem).toBeNull()
  expect(nameIn(server.draft.content)).toBe('丙')
})

test('what somebody else saved meanwhile is a conflict, also after a lost connection, and is not overwritten', async () => {
  const { server, open } = keeping()
  server.lose.push('before')
  const { result } = open()
  act(() => result.current.change(named('甲')))
  await act(async () => { await result.current.flush() })
  server.draft = { ...server.draft, version: 2, content: named('别处') }
  await act(async () => { expect((await result.current.flush()).safe).toBe(false) })
  expect(result.current.problem?.status).toBe(409)
  expect(nameIn(server.draft.content)).toBe('别处')
  expect(result.current.content.subject.name).toBe('甲')
})

test('a conflict or a lock stops saving; what is typed stays on screen', async () => {
  const { server, open } = keeping()
  server.locked = true
  const { result } = open()
  act(() => result.current.change(named('甲')))
  await act(async () => { await result.current.flush() })
  act(() => result.current.change(named('甲乙')))
  await act(async () => { expect((await result.current.flush()).safe).toBe(false) })
  expect(server.saves).toEqual(['甲'])
  expect(result.current.problem?.status).toBe(423)
  expect(result.current.state).toBe('failed')
  expect(result.current.content.subject.name).toBe('甲乙')
})

test('leaving the page saves at once, without the pause', async () => {
  const { server, open } = keeping()
  const { result, unmount } = open()
  act(() => result.current.change(named('甲')))
  unmount()
  await waitFor(() => expect(nameIn(server.draft.content)).toBe('甲'))
  expect(server.saves).toEqual(['甲'])
})

test('the tab that goes to the background saves at once', async () => {
  const { server, open } = keeping()
  const { result } = open()
  act(() => result.current.change(named('甲')))
  act(() => { document.dispatchEvent(new Event('visibilitychange')) })
  await waitFor(() => expect(server.saves).toEqual(['甲']))
  await waitFor(() => expect(result.current.state).toBe('saved'))
})

test('closing the tab is asked about only while something is not saved', async () => {
  const { open } = keeping()
  const { result } = open()
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(close()).toBe(false)
  act(() => result.current.change(named('甲')))
  expect(close()).toBe(true)
  await act(async () => { await result.current.flush() })
  expect(close()).toBe(false)
})

test('the rules speak of what is typed now, the register of what was saved last', async () => {
  const { stand, server, open } = keeping()
  const ofRegister = { rule: 'G-01', path: 'services.s1.domain', severity: 'block' as const, text: { zh: '已备案', en: 'Already filed' }, fix: { zh: '', en: '' }, source: '' }
  const { registerRules } = await import('@icp/domain')
  const finding = { ...ofRegister, rule: registerRules[0]!.id }
  stand.answer(answering('saveDraft', { version: 2, savedAt: since, findings: [finding] }, { id: ids.filing }))
  const { result } = open()
  act(() => result.current.change(named('')))
  expect(result.current.findings.some((one) => one.path === 'subject.name')).toBe(true)
  await act(async () => { await result.current.flush() })
  expect(result.current.findings).toContainEqual(finding)
  expect(server.saves).toEqual([])
})

test('who comes back while the last save is still on its way waits for it', async () => {
  const { server, open, wrapper } = keeping()
  const { held, open: release } = gate()
  server.hold.push(held)
  const first = open()
  act(() => first.result.current.change(named('甲')))
  first.unmount()
  await waitFor(() => expect(server.saves).toEqual(['甲']))
  const again = renderHook(() => useRunningDraft(), { wrapper })
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 50) }) })
  expect(again.result.current.data).toBeUndefined()
  release()
  await waitFor(() => expect(again.result.current.data?.version).toBe(2))
  expect(nameIn(again.result.current.data?.content)).toBe('甲')
})

test('every arrival sees the draft as it is now, and without one there is none', async () => {
  const { server, wrapper } = keeping()
  const first = renderHook(() => useRunningDraft(), { wrapper })
  await waitFor(() => expect(first.result.current.data?.version).toBe(1))
  first.unmount()
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 10) }) })
  server.draft = { ...server.draft, version: 5 }
  const second = renderHook(() => useRunningDraft(), { wrapper })
  await waitFor(() => expect(second.result.current.data?.version).toBe(5))
  second.unmount()
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 10) }) })
  server.draft = { ...server.draft, status: 'with-providers' }
  const third = renderHook(() => useRunningDraft(), { wrapper })
  await waitFor(() => expect(third.result.current.data).toBeNull())
})
