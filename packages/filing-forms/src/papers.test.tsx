import { paperInfected, paperRules } from '@icp/domain'
import { afterEach, expect, test } from '@jest/globals'
import { ClientProvider, createClient } from '@icp/client'
import { type AnswerOf, findOperation, type PaperSlotView, Problem } from '@icp/contract'
import { ids, InLanguage, missingAt, noPicture, paperIds, sampleJpeg, samplePaper, samplePapers, samplePlace, sampleRegistration } from '@icp/filing-views/testing'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { PapersForm } from './papers/PapersForm.js'

// jsdom has no addresses for bytes.
Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} })

interface Sent {
  readonly method: string
  readonly query: URLSearchParams
  readonly key: string | null
  readonly body: unknown
}

/** Keeps the papers of one filing as the API does; `refusal` is what it answers to changes instead. */
const stand = (slots: readonly PaperSlotView[], more: Partial<AnswerOf<'listPapers'>> = {}) => {
  const server = { papers: samplePapers({ slots: [...slots], ...more }), refusal: null as Problem | 'lost' | null, sent: [] as Sent[] }
  const fetch = (async (address: string, init: RequestInit) => {
    const url = new URL(address, 'http://portal.test')
    const answer = (status: number, body: unknown) => ({ ok: status < 400, status, headers: new Headers(), json: async () => body, blob: async () => new Blob(['x']) })
    // To look at a picture changes nothing.
    if (url.pathname.endsWith('/look')) return answer(200, null)
    if (init.method === 'GET') return answer(200, findOperation('listPapers').answer.parse(server.papers))
    server.sent.push({ method: init.method ?? '', query: url.searchParams, key: new Headers(init.headers).get('idempotency-key'), body: init.body })
    if (server.refusal === 'lost') throw new TypeError('Failed to fetch')
    if (server.refusal) return answer(server.refusal.status, server.refusal)
    const [first] = server.papers.slots
    const paper = samplePaper({ id: paperIds.sheet })
    if (first) server.papers = { ...server.papers, slots: [{ ...first, papers: init.method === 'POST' ? [paper] : [] }], strays: [], earlier: [] }
    return answer(init.method === 'POST' ? 201 : 200, init.method === 'POST' ? { version: 4, paper } : { version: 4 })
  }) as unknown as typeof globalThis.fetch
  return { server, fetch }
}
const refused = (status: number, code: string, text: string, more: Partial<Problem> = {}) => Problem.parse({ type: 'about:blank', status, code, title: '', text: { zh: text, en: text }, findings: [], requestId: 'r', ...more })

const draw = (given: ReturnType<typeof stand>, language: 'en' | 'zh-CN' = 'en') => {
  const versions: number[] = []
  render(
    <InLanguage language={language}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ClientProvider client={createClient({ fetch: given.fetch })}><PapersForm filingId={ids.filing} content={sampleRegistration()} onChanged={(version) => versions.push(version)} /></ClientProvider>
      </QueryClientProvider>
    </InLanguage>,
  )
  return { ...given, versions }
}
const open = (parts: Partial<PaperSlotView> = {}) => samplePlace({ mayChange: true, ...parts })
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'certificate.jpg') => Object.assign(new File([bytes], name, { type: 'image/jpeg' }), { arrayBuffer: async () => bytes.buffer })
const choose = async (file: File) => fireEvent.change(await screen.findByTestId('file-place-2-subject'), { target: { files: [file] } })

test('a picture is read, told in size and kind, and handed in as it is where nothing is in the way', async () => {
  const slot = open()
  const { server, versions } = draw(stand([slot], { findings: [missingAt(slot)] }))
  expect(await screen.findByRole('button', { name: 'Choose a picture: Certificate of the owner' })).toBeInTheDocument()
  const bytes = sampleJpeg()
  await choose(fileOf(bytes))
  expect(await screen.findByText('Ready to hand in: JPG, 800 × 600 pixels, 1 KB')).toBeInTheDocument()
  expect(server.sent).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
  expect(await screen.findByText('Handed in: Certificate of the owner')).toBeInTheDocument()
  const [one] = server.sent
  expect([...one!.query]).toEqual([['purpose', '2'], ['about', 'subject']])
  expect(one?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(one?.body).toEqual(bytes)
  expect(versions).toEqual([4])
  expect(await screen.findByRole('button', { name: 'Replace: Certificate of the owner' })).toBeInTheDocument()
})

test.each([
  ['no picture', () => fileOf(noPicture()), 'The file is no whole JPG or PNG picture. Take the picture again, or save it as JPG or PNG.', '文件不是完整的 JPG 或 PNG 图片。'],
  ['a picture that breaks off', () => fileOf(sampleJpeg().slice(0, 200)), 'The file is no whole JPG or PNG picture.', '文件不是完整的 JPG 或 PNG 图片。'],
  ['a picture that is too small to be read', () => fileOf(sampleJpeg({ width: 60 })), 'The picture has 60 × 600 pixels; each side has 100 to 8000.', '图片为 60×600 像素'],
  ['a file that is too large to be compressed', () => Object.defineProperty(fileOf(sampleJpeg()), 'size', { value: 5.2 * 1024 * 1024 }), 'The file has 5.2 MB; up to 4 MB are taken.', '文件为 5.2 MB，最多 4 MB。'],
])('%s is told at its place before anything is sent, in both languages', async (_what, file, en, zh) => {
  for (const [language, text] of [['en', en], ['zh-CN', zh]] as const) {
    const { server } = draw(stand([open()]), language)
    await choose(file())
    const place = screen.getByRole('listitem', { name: language === 'en' ? 'Certificate of the owner' : '主办者证件' })
    expect(await within(place).findByRole('alert')).toHaveTextContent(text)
    expect(server.sent).toEqual([])
    cleanup()
  }
})

test('a picture is dropped as well as chosen', async () => {
  draw(stand([open()]))
  const hint = await screen.findByText(/^Or drop it here/)
  fireEvent.drop(hint, { dataTransfer: { files: [fileOf(sampleJpeg())] } })
  expect(await screen.findByText(/^Ready to hand in/)).toBeInTheDocument()
})

afterEach(() => { Reflect.deleteProperty(window, 'matchMedia') })

test('dropping is offered only where it can be done: not on touch, and not at a place that is full', async () => {
  Object.assign(window, { matchMedia: (query: string) => ({ matches: query.includes('(pointer: coarse)'), media: query, addEventListener: () => {}, removeEventListener: () => {} }) })
  draw(stand([open()]))
  expect(await screen.findByText('A picture that is too large is compressed.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Take a photo: Certificate of the owner' })).toBeInTheDocument()
  cleanup()
  Reflect.deleteProperty(window, 'matchMedia')
  draw(stand([open({ papers: [samplePaper()] })]))
  await screen.findByRole('button', { name: 'Replace: Certificate of the owner' })
  expect(screen.queryByText(/Or drop it here/)).not.toBeInTheDocument()
})

test.each([[['1', '2'], 'image/jpeg,image/png'], [['1'], 'image/jpeg'], [['2'], 'image/png']])('a place that takes the formats %j offers files of these alone', async (formats, accept) => {
  draw(stand([open({ formats })]))
  expect(await screen.findByTestId('file-place-2-subject')).toHaveAttribute('accept', accept)
})

test('a file that is refused for its size leads to the rule', async () => {
  draw(stand([open()]))
  await choose(Object.defineProperty(fileOf(sampleJpeg()), 'size', { value: 5.2 * 1024 * 1024 }))
  expect(within(await screen.findByRole('alert')).getByRole('link', { name: `Rule ${paperRules.size.id}` })).toHaveAttribute('href', `/rules?q=${paperRules.size.id}`)
})

test('who replaces the picture of an owner says why, and names the picture that was seen', async () => {
  const { server } = draw(stand([open({ asksReason: true, papers: [samplePaper()] })]))
  await userEvent.click(await screen.findByRole('button', { name: 'Replace: Certificate of the owner' }))
  await choose(fileOf(sampleJpeg()))
  await userEvent.click(await screen.findByRole('button', { name: 'Hand in instead' }))
  expect(server.sent).toEqual([])
  const why = screen.getByRole('combobox', { name: /^Why/ })
  expect(why).toHaveFocus()
  expect(why).toHaveAccessibleDescription(/Choose a reason/)
  await userEvent.selectOptions(why, 'it cannot be read')
  await userEvent.click(screen.getByRole('button', { name: 'Hand in instead' }))
  await waitFor(() => expect(server.sent).toHaveLength(1))
  expect(Object.fromEntries(server.sent[0]!.query)).toEqual({ purpose: '2', about: 'subject', replaces: paperIds.certificate, reason: 'unclear' })
})

test('a lost answer keeps the picture, and the next try carries the same key', async () => {
  const { server } = draw(stand([open()]))
  server.refusal = 'lost'
  await choose(fileOf(sampleJpeg()))
  await userEvent.click(await screen.findByRole('button', { name: 'Hand in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The picture that you chose is still here.')
  server.refusal = null
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
  await screen.findByText('Handed in: Certificate of the owner')
  expect(server.sent[1]?.key).toBe(server.sent[0]?.key)
})

test('a picture that cannot be scanned now waits for another try; one with malicious code in it is not to be tried again, and leads to the rule', async () => {
  const { server } = draw(stand([open()]))
  server.refusal = refused(503, 'not-scanned', 'Try again in 60 seconds.', { retryAfter: 60 })
  await choose(fileOf(sampleJpeg()))
  await userEvent.click(await screen.findByRole('button', { name: 'Hand in' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 60 seconds.The picture that you chose is still here.')
  server.refusal = refused(422, 'paper-findings', 'This paper cannot be handed in.', { findings: [paperInfected({ purpose: '2', about: 'subject', providerId: null })] })
  await userEvent.click(screen.getByRole('button', { name: 'Hand in' }))
  const told = await screen.findByText('This paper cannot be handed in.')
  const alert = told.closest('[role=alert]') as HTMLElement
  expect(alert).toHaveTextContent('Malicious code was found in the file; it was not kept.')
  expect(alert).toHaveTextContent('take the picture anew')
  expect(alert).not.toHaveTextContent('still here')
  expect(within(alert).getByRole('link', { name: 'Rule F-07' })).toHaveAttribute('href', '/rules?q=F-07')
})

test('whoever was overtaken is told, sees what is there now, and replaces that one knowingly', async () => {
  const { server } = draw(stand([open({ papers: [samplePaper()] })]))
  await userEvent.click(await screen.findByRole('button', { name: 'Replace: Certificate of the owner' }))
  await choose(fileOf(sampleJpeg()))
  server.refusal = refused(409, 'paper-there', 'There is a picture by now.')
  server.papers = samplePapers({ slots: [open({ papers: [samplePaper({ id: paperIds.stray, width: 640 })] })] })
  await userEvent.click(await screen.findByRole('button', { name: 'Hand in instead' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('There is a picture by now.')
  await screen.findByText('JPG, 640 × 600 pixels, 40 KB')
  server.refusal = null
  await userEvent.click(screen.getByRole('button', { name: 'Hand in instead' }))
  await waitFor(() => expect(server.sent.map(({ query }) => query.get('replaces'))).toEqual([paperIds.certificate, paperIds.stray]))
})

test('a picture is taken away after a question, with a reason where one is asked for', async () => {
  const { server, versions } = draw(stand([open({ asksReason: true, papers: [samplePaper()] })]))
  await userEvent.click(await screen.findByRole('button', { name: 'Take away: Certificate of the owner' }))
  const dialog = await screen.findByRole('dialog', { name: 'Take away: Certificate of the owner' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take away' }))
  expect(server.sent).toEqual([])
  await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /^Why/ }), 'it is another paper than asked for')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take away' }))
  await waitFor(() => expect(versions).toEqual([4]))
  expect(server.sent.map(({ method, query }) => [method, query.get('reason')])).toEqual([['DELETE', 'wrong-paper']])
})

test('what the filing has no place for can be taken away; who may not change a place sees it closed', async () => {
  const { server } = draw(stand([samplePlace()], {
    strays: [{ purpose: 'icon', about: 'services.gone', title: { zh: 'APP 图标', en: 'Icon of the app' }, mayTakeAway: true, asksReason: false, paper: samplePaper({ id: paperIds.stray }) }],
  }))
  await userEvent.click(await screen.findByRole('button', { name: 'Take away: Icon of the app' }))
  expect(screen.queryByText(/^Or drop it here/)).not.toBeInTheDocument()
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take away' }))
  await waitFor(() => expect(server.sent.map(({ method }) => method)).toEqual(['DELETE']))
})
