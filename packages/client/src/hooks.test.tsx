import { expect, jest, test } from '@jest/globals'
import { findOperation, Problem } from '@icp/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { createClient } from './client.js'
import { ClientProvider, useAct, useAnswer, useBytes, useEveryRow } from './hooks.js'

interface Sent {
  readonly url: string
  readonly key: string | null
}

/** Answers each request by what `answers` gives for it; an ApiProblem-like document has its status. */
const stand = (answers: (url: string) => { readonly status: number; readonly body: unknown } | 'lost') => {
  const sent: Sent[] = []
  const fetch = (async (url: string, init: RequestInit) => {
    sent.push({ url, key: new Headers(init.headers).get('idempotency-key') })
    const answer = answers(url)
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    return { ok: answer.status < 400, status: answer.status, headers: new Headers(), json: async () => answer.body, blob: async () => new Blob(['%PDF']) }
  }) as unknown as typeof globalThis.fetch
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queries}><ClientProvider client={createClient({ fetch })}>{children}</ClientProvider></QueryClientProvider>
    </StrictMode>
  )
  return { sent, wrapper }
}

const id = '00000000-0000-4000-8000-000000000001'
const changed = findOperation('withdrawFiling').answer.parse({ id, status: 'withdrawn', version: 2 })
const withdraw = (version: number) => ({ params: { id }, body: { version } })
const provider = (n: number) => ({ id: `00000000-0000-4000-8000-00000000000${n}`, name: `接入商${n}`, nameEn: `Provider ${n}`, licence: 'A1', province: '110000' })
const refused = Problem.parse({ type: 'about:blank', status: 409, code: 'changed', title: '', text: { zh: '已变', en: 'Changed' }, findings: [], requestId: 'r' })

test('a repeat after a lost answer carries the same key, so that it has one effect', async () => {
  let lost = true
  const { sent, wrapper } = stand(() => (lost ? 'lost' : { status: 200, body: changed }))
  const { result } = renderHook(() => useAct('withdrawFiling'), { wrapper })
  await act(() => result.current.mutateAsync(withdraw(1)).catch(() => {}))
  lost = false
  await act(() => result.current.mutateAsync(withdraw(1)))
  expect(sent).toHaveLength(2)
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(sent[1]?.key).toBe(sent[0]?.key)
})

test('another input, and a new act after success, get keys of their own', async () => {
  const { sent, wrapper } = stand(() => ({ status: 200, body: changed }))
  const { result } = renderHook(() => useAct('withdrawFiling'), { wrapper })
  for (const version of [1, 1, 2]) await act(() => result.current.mutateAsync(withdraw(version)))
  expect(new Set(sent.map((one) => one.key)).size).toBe(3)
})

test('an operation without an idempotency key does not weigh its input', async () => {
  const { sent, wrapper } = stand(() => ({ status: 200, body: { verdict: 'unreadable', signedAt: null, signer: null, certificate: null } }))
  const { result } = renderHook(() => useAct('verifyPdf'), { wrapper })
  const body = Object.assign(new Uint8Array(8), { toJSON: () => { throw new Error('The whole file would be written out as text') } })
  await act(() => result.current.mutateAsync({ body }))
  expect(sent[0]?.key).toBeNull()
})

test('the same file keeps its key over a repeat without being written out as text, and another file gets its own', async () => {
  const { sent, wrapper } = stand(() => 'lost')
  const { result } = renderHook(() => useAct('putPaper'), { wrapper })
  const file = () => Object.assign(new Uint8Array(8), { toJSON: () => { throw new Error('The whole file would be written out as text') } })
  const [one, other] = [file(), file()]
  for (const body of [one, one, other]) await act(() => result.current.mutateAsync({ params: { id }, query: { purpose: '2', about: 'subject' }, body }).catch(() => {}))
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(sent[1]?.key).toBe(sent[0]?.key)
  expect(sent[2]?.key).not.toBe(sent[0]?.key)
})

test('bytes are fetched once, whoever looks at them', async () => {
  const { sent, wrapper } = stand(() => ({ status: 200, body: null }))
  const input = { params: { id, paperId: id }, body: { reason: 'own-data', note: '' } } as const
  const { result } = renderHook(() => [useBytes('getPaper', input), useBytes('getPaper', input)], { wrapper })
  await waitFor(() => expect(result.current.map((one) => one.data?.size)).toEqual([4, 4]))
  expect(sent).toHaveLength(1)
})

test('an act makes the named answers stale, and only those', async () => {
  const { sent, wrapper } = stand((url) => (url.endsWith('/withdraw') ? { status: 200, body: changed } : { status: 200, body: { rows: [], total: 0, next: null, unread: 0 } }))
  const { result } = renderHook(() => ({ filings: useAnswer('listFilings', { query: {} }), notices: useAnswer('listNotices', {}), act: useAct('withdrawFiling', { refreshes: ['listFilings'] }) }), { wrapper })
  await waitFor(() => expect(result.current.filings.isSuccess && result.current.notices.isSuccess).toBe(true))
  await act(() => result.current.act.mutateAsync(withdraw(1)))
  expect(sent.filter((one) => one.url === '/api/filings')).toHaveLength(2)
  expect(sent.filter((one) => one.url === '/api/notices')).toHaveLength(1)
})

test('a refusal is an ApiProblem with its own words, and nothing is made stale', async () => {
  const { sent, wrapper } = stand((url) => (url.endsWith('/withdraw') ? { status: 409, body: refused } : { status: 200, body: { rows: [], total: 0, next: null } }))
  const { result } = renderHook(() => ({ filings: useAnswer('listFilings', { query: {} }), act: useAct('withdrawFiling', { refreshes: ['listFilings'] }) }), { wrapper })
  await waitFor(() => expect(result.current.filings.isSuccess).toBe(true))
  await act(() => result.current.act.mutateAsync(withdraw(1)).catch(() => {}))
  await waitFor(() => expect(result.current.act.error?.text.en).toBe('Changed'))
  expect(sent.filter((one) => one.url === '/api/filings')).toHaveLength(1)
})

test('a list that is short by nature is read to its end', async () => {
  const { sent, wrapper } = stand((url) => ({ status: 200, body: url.includes('cursor') ? { rows: [provider(2)], total: 2, next: null } : { rows: [provider(1)], total: 2, next: 'page-2' } }))
  const { result } = renderHook(() => useEveryRow('searchProviders', { query: { q: '接入' } }), { wrapper })
  await waitFor(() => expect(result.current.data?.map((row) => row.name)).toEqual(['接入商1', '接入商2']))
  expect(sent.map((one) => new URLSearchParams(one.url.split('?')[1]).get('cursor'))).toEqual([null, 'page-2'])
})

test('a component outside of the provider is told what is missing', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => renderHook(() => useAct('logOff'), { wrapper: ({ children }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider> }))
    .toThrow('ClientProvider is missing')
  quiet.mockRestore()
})
