import { ClientProvider, createClient } from '@icp/client'
import { type AnswerOf, findOperation } from '@icp/contract'
import { PaperPlaces } from '@icp/filing-views'
import { ids, InLanguage, missingAt, paperIds, providersPlace, samplePaper, samplePapers, samplePlace, sampleRegistration } from '@icp/filing-views/testing'
import { expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'

// jsdom has no addresses for bytes.
const [made, revoked] = [jest.fn(() => `blob:${made.mock.calls.length}`), jest.fn()]
Object.assign(URL, { createObjectURL: made, revokeObjectURL: revoked })

const twoThere = () => samplePapers({
  slots: [samplePlace({ papers: [samplePaper()] }), providersPlace({ papers: [samplePaper({ id: paperIds.sheet, format: '2', by: { role: 'provider', name: '云端网络' } })] })],
})

const draw = (papers: AnswerOf<'listPapers'>, { staff = false, language = 'en' as 'en' | 'zh-CN' } = {}) => {
  const asked: string[] = []
  const fetch = (async (url: string) => {
    asked.push(url.replace('/api', ''))
    const body = url.endsWith('/papers') ? findOperation('listPapers').answer.parse(papers) : null
    return { ok: true, status: 200, headers: new Headers(), json: async () => body, blob: async () => new Blob(['x']) }
  }) as unknown as typeof globalThis.fetch
  const shown = render(
    <InLanguage language={language}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ClientProvider client={createClient({ fetch })}><PaperPlaces filingId={ids.filing} content={sampleRegistration()} looksAreKept={staff} /></ClientProvider>
      </QueryClientProvider>
    </InLanguage>,
  )
  return { ...shown, asked, pictures: () => asked.filter((url) => /\/papers\/./.test(url)) }
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
  expect(photo).toHaveTextContent('If wanted')
  expect(photo).toHaveTextContent('Brought by 云端网络')
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
  const { pictures } = draw(twoThere(), { staff: true })
  expect(await screen.findByText(/Each picture that you open is kept in the audit log/)).toBeInTheDocument()
  expect(pictures()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Look: Certificate of the owner' }))
  await screen.findByRole('img', { name: 'Certificate of the owner' })
  expect(pictures()).toEqual([`/filings/${ids.filing}/papers/${paperIds.certificate}`])
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
  expect(await place('Certificate of the owner')).toHaveTextContent(/Handed in by 云端网络 on .*Why it was put there: it cannot be read/)
})

test('what the filing has no place for any more is shown apart', async () => {
  draw(samplePapers({ strays: [{ purpose: 'icon', about: 'services.gone', title: { zh: 'APP 图标', en: 'Icon of the app' }, mayTakeAway: true, asksReason: false, paper: samplePaper({ id: paperIds.stray }) }] }))
  const strays = await screen.findByRole('list', { name: 'Papers without a place' })
  expect(strays).toHaveTextContent('Icon of the app')
  expect(strays).toHaveTextContent('A part that the filing no longer has')
})
