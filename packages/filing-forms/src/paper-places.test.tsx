import { ClientProvider, createClient } from '@icp/client'
import { type AnswerOf, findOperation } from '@icp/contract'
import { PaperPlaces, type PaperPlacesProps } from '@icp/filing-views'
import { ids, InLanguage, missingAt, paperIds, providersPlace, samplePaper, samplePapers, samplePlace, sampleRegistration } from '@icp/filing-views/testing'
import { tones } from '@icp/ui'
import { expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'

// jsdom has no addresses for bytes.
const [made, revoked] = [jest.fn(() => `blob:${made.mock.calls.length}`), jest.fn()]
Object.assign(URL, { createObjectURL: made, revokeObjectURL: revoked })

const twoThere = () => samplePapers({
  slots: [samplePlace({ papers: [samplePaper()] }), providersPlace({ papers: [samplePaper({ id: paperIds.sheet, format: '2', by: { role: 'provider', name: '云端网络' } })] })],
})

const draw = (papers: AnswerOf<'listPapers'>, { staff = false, language = 'en' as 'en' | 'zh-CN', more = {} as Partial<PaperPlacesProps> } = {}) => {
  const asked: string[] = []
  const looks: { url: string; body: unknown }[] = []
  const server = { papers }
  const fetch = (async (url: string, init?: { body?: string }) => {
    asked.push(url.replace('/api', ''))
    if (url.endsWith('/look')) looks.push({ url: url.replace('/api', ''), body: JSON.parse(init?.body ?? '') })
    const body = url.endsWith('/papers') ? findOperation('listPapers').answer.parse(server.papers) : url.endsWith('/me') ? { id: ids.other, role: 'provider' } : null
    return { ok: true, status: 200, headers: new Headers(), json: async () => body, blob: async () => new Blob(['x']) }
  }) as unknown as typeof globalThis.fetch
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const client = createClient({ fetch })
  const page = (version: number) => (
    <InLanguage language={language}>
      <QueryClientProvider client={queries}>
        <ClientProvider client={client}><PaperPlaces filingId={ids.filing} content={sampleRegistration()} version={version} looksAreKept={staff} {...more} /></ClientProvider>
      </QueryClientProvider>
    </InLanguage>
  )
  const shown = render(page(3))
  return { ...shown, server, asked, looks: () => looks, showVersion: (version: number) => shown.rerender(page(version)), pictures: () => asked.filter((url) => /\/papers\/./.test(url)) }
}
const sayWhy = async () => {
  const window = await screen.findByRole('dialog', { name: 'Look at a paper' })
  fireEvent.change(within(window).getByLabelText(/^Purpose/), { target: { value: 'verify' } })
  fireEvent.change(within(window).getByLabelText(/^In words/), { target: { value: 'To compare it' } })
  fireEvent.click(within(window).getByRole('button', { name: 'Show' }))
}
const place = (name: string) => screen.findByRole('listitem', { name })

test('each place says whether it is due and why, who brings it, how large it may be, and which rule asks for it', async () => {
  const owner = samplePlace()
  draw(samplePapers({ slots: [owner, providersPlace({ due: false })], findings: [missingAt(owner)] }))
  const certificate = await place('Certificate of the owner')
  expect(certificate).toHaveTextContent('Not there yet')
  expect(certificate).toHaveTextContent('Asked for a first filing.')
  expect(certificate).toHaveTextContent('JPG, PNG, up to 100 KB')
  expect(certificate).toHaveTextContent('Brought by the owner')
  expect(within(certificate).getByRole('link', { name: 'Rule F-06' })).toHaveAttribute('href', '/rules?q=F-06')
  const photo = await place('Photo taken on the spot')
  expect(photo).toHaveTextContent('Optional')
  expect(photo).toHaveTextContent('Brought by 云端网络')
})

test('a paper that is missing warns whoever can hand it in, and is only said to everybody else', async () => {
  const mark = async (slot: ReturnType<typeof samplePlace>, severity: 'reviewer' | 'block' = 'reviewer') => {
    cleanup()
    draw(samplePapers({ slots: [slot], findings: [missingAt(slot, severity)] }))
    return within(await place('Certificate of the owner')).getByText('Not there yet')
  }
  expect(await mark(samplePlace({ mayChange: true }))).toHaveStyle({ color: tones.warn.word })
  expect(await mark(samplePlace({ mayChange: true }), 'block')).toHaveStyle({ color: tones.bad.word })
  expect(await mark(samplePlace())).toHaveStyle({ color: tones.neutral.word })
})

test('the places stand under the part of the filing that they are about, in the language of the page', async () => {
  draw(twoThere(), { language: 'zh-CN' })
  const subject = await screen.findByRole('list', { name: '主体信息' })
  expect(within(subject).getByRole('heading', { name: '主办者证件' })).toBeInTheDocument()
  expect(within(subject).queryByRole('heading', { name: '现场核验照片' })).not.toBeInTheDocument()
  expect(subject).toHaveTextContent('JPG，800×600 像素，40 KB')
})

test('an owner sees its pictures at once; their addresses are given up with the page', async () => {
  const { pictures, unmount } = draw(twoThere())
  await waitFor(() => expect(pictures()).toHaveLength(2))
  const before = made.mock.calls.length
  await waitFor(() => expect(made.mock.calls.length).toBeGreaterThanOrEqual(Math.max(2, before)))
  revoked.mockClear()
  unmount()
  expect(revoked).toHaveBeenCalledTimes(2)
})

test('for staff no picture is fetched before it is opened, since each look is kept, which the screen says', async () => {
  const { pictures, looks } = draw(twoThere(), { staff: true })
  expect(await screen.findByText(/Say what you need a picture for/)).toBeInTheDocument()
  expect(pictures()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Look: Certificate of the owner' }))
  const asking = await screen.findByRole('dialog', { name: 'Look at a paper' })
  expect(asking).toHaveTextContent('“Certificate of the owner”, which shows a whole certificate or a face')
  fireEvent.click(within(asking).getByRole('button', { name: 'Show' }))
  expect(within(asking).getByText('Choose the purpose.')).toBeInTheDocument()
  expect(pictures()).toEqual([])
  await sayWhy()
  await screen.findByRole('img', { name: 'Certificate of the owner' })
  const look = { url: `/filings/${ids.filing}/papers/${paperIds.certificate}/look`, body: { reason: 'verify', note: 'To compare it' } }
  expect(looks()).toEqual([look])
  fireEvent.click(screen.getByRole('button', { name: 'Next picture' }))
  await screen.findByRole('img', { name: 'Photo taken on the spot' })
  expect(looks()).toEqual([look, { ...look, url: `/filings/${ids.filing}/papers/${paperIds.sheet}/look` }])
})

test('whoever says no purpose sees no picture', async () => {
  const { pictures } = draw(twoThere(), { staff: true, more: { filingId: ids.other } })
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  fireEvent.click(within(await screen.findByRole('dialog', { name: 'Look at a paper' })).getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(pictures()).toEqual([])
})

test('the viewer zooms, rotates and goes on by keys and by buttons, and closes with Esc', async () => {
  draw(twoThere())
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  const area = await screen.findByRole('group', { name: /^The picture\./ })
  const picture = () => screen.getByRole('img', { name: /Certificate of the owner|Photo taken on the spot/ })
  expect(area).toHaveAttribute('tabindex', '0')
  fireEvent.keyDown(area, { key: '+' })
  fireEvent.keyDown(area, { key: 'r' })
  expect(picture()).toHaveAttribute('data-zoom', '1.5')
  expect(picture()).toHaveAttribute('data-turns', '1')
  fireEvent.click(screen.getByRole('button', { name: 'Whole picture' }))
  fireEvent.click(screen.getByRole('button', { name: 'Rotate' }))
  expect(picture()).toHaveAttribute('data-zoom', '1')
  expect(picture()).toHaveAttribute('data-turns', '2')
  fireEvent.keyDown(area, { key: 'ArrowRight' })
  const second = await screen.findByRole('dialog', { name: 'Photo taken on the spot' })
  expect(await within(second).findByRole('img', { name: 'Photo taken on the spot' })).toHaveAttribute('data-turns', '0')
  expect(second).toHaveTextContent('2 of 2')
  fireEvent.click(within(second).getByRole('button', { name: 'Next picture' }))
  expect(screen.getByRole('dialog', { name: 'Photo taken on the spot' })).toBeInTheDocument()
  fireEvent.keyDown(second, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('the keys of the viewer work wherever the focus is in it, also on a button at its lower edge', async () => {
  draw(twoThere())
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  const next = await screen.findByRole('button', { name: 'Next picture' })
  await screen.findByRole('img', { name: 'Certificate of the owner' })
  act(() => next.focus())
  fireEvent.keyDown(next, { key: 'r' })
  expect(screen.getByRole('img', { name: 'Certificate of the owner' })).toHaveAttribute('data-turns', '1')
  fireEvent.keyDown(next, { key: 'ArrowRight' })
  expect(await screen.findByRole('dialog', { name: 'Photo taken on the spot' })).toBeInTheDocument()
})

test('while a purpose is asked for above the viewer, its keys rest', async () => {
  // A purpose holds for one filing: it was said for this one, and not for the one that values are asked of.
  draw(twoThere(), { staff: true, more: { reveal: { filingId: ids.other } } })
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Compare with what was filed' }))
  fireEvent.click((await screen.findAllByRole('button', { name: /^Show: / }))[0]!)
  const above = await screen.findByRole('dialog', { name: 'Show the full value' })
  for (const key of ['r', '+', 'ArrowRight']) fireEvent.keyDown(within(above).getByRole('button', { name: 'Cancel' }), { key })
  const below = screen.getByRole('img', { name: 'Certificate of the owner', hidden: true })
  expect([below.getAttribute('data-turns'), below.getAttribute('data-zoom')]).toEqual(['0', '1'])
})

test('once a picture is larger than its area, the arrow keys are left to scrolling it, which the area says', async () => {
  draw(twoThere())
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  const area = await screen.findByRole('group', { name: /← → change the picture, or move about in one that is larger$/ })
  fireEvent.keyDown(area, { key: '+' })
  // True: nobody has taken the key from the browser.
  expect(fireEvent.keyDown(area, { key: 'ArrowRight' })).toBe(true)
  expect(screen.getByRole('dialog', { name: 'Certificate of the owner' })).toBeInTheDocument()
  fireEvent.keyDown(area, { key: '0' })
  expect(fireEvent.keyDown(area, { key: 'ArrowRight' })).toBe(false)
  expect(await screen.findByRole('dialog', { name: 'Photo taken on the spot' })).toBeInTheDocument()
})

test('with another version of the filing its papers are asked for anew, and else not', async () => {
  const { server, asked, showVersion } = draw(samplePapers({ slots: [samplePlace({ papers: [samplePaper()] })] }))
  await screen.findByText('JPG, 800 × 600 pixels, 40 KB')
  server.papers = samplePapers({ slots: [samplePlace({ papers: [samplePaper({ id: paperIds.sheet, width: 640 })] })] })
  showVersion(3)
  expect(asked.filter((url) => url.endsWith('/papers'))).toHaveLength(1)
  showVersion(4)
  expect(await screen.findByText('JPG, 640 × 600 pixels, 40 KB')).toBeInTheDocument()
  expect(asked.filter((url) => url.endsWith('/papers'))).toHaveLength(2)
})

test('a picture is compared with the part of the filing that it is about', async () => {
  draw(twoThere())
  fireEvent.click(await screen.findByRole('button', { name: 'Look: Certificate of the owner' }))
  const dialog = await screen.findByRole('dialog', { name: 'Certificate of the owner' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Compare with what was filed' }))
  const beside = within(dialog).getByRole('group', { name: 'What was filed: Subject' })
  expect(beside).toHaveTextContent('北京晨光有限公司')
  expect(beside).not.toHaveTextContent('chenguang.com')
})

test('a picture that was put in the place of the owner’s says by whom and why', async () => {
  draw(samplePapers({ slots: [samplePlace({ papers: [samplePaper({ by: { role: 'provider', name: '云端网络' }, reason: 'unclear' })] })] }))
  expect(await place('Certificate of the owner')).toHaveTextContent(/Handed in by 云端网络 on [^;]*; why it was put there: it cannot be read/)
  cleanup()
  draw(samplePapers({ slots: [samplePlace({ papers: [samplePaper({ by: { role: 'provider', name: '云端网络' }, reason: 'missing' })] })] }), { language: 'zh-CN' })
  expect(await place('主办者证件')).toHaveTextContent('原因：主办者未提供')
  expect(screen.queryByText(/更换原因/)).not.toBeInTheDocument()
})

test('what the filing has no place for any more is shown apart', async () => {
  draw(samplePapers({ strays: [{ purpose: 'icon', about: 'services.gone', title: { zh: 'APP 图标', en: 'Icon of the app' }, mayTakeAway: true, asksReason: false, paper: samplePaper({ id: paperIds.stray }) }] }))
  const strays = await screen.findByRole('list', { name: 'Papers without a place' })
  expect(strays).toHaveTextContent('Icon of the app')
  expect(strays).toHaveTextContent('A part that the filing no longer has')
})
