import { answering, type Answerer, refuse } from '@icp/app-shell/testing'
import type { AnswerOf } from '@icp/contract'
import { emptyPlatform } from '@icp/domain'
import { earlierPaper, ids, providersPlace, samplePaper, samplePapers, samplePlace, sampleRegistration } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { inReview, openConsole } from '../open-console.fixture.js'

const handedIn = samplePapers({ slots: [samplePlace({ papers: [samplePaper()] })] })
const at = { id: ids.filing }
const openWith = (server: { version: number; papers: AnswerOf<'listPapers'> }, more: Readonly<Record<string, Answerer>>) => openConsole(`/filings/${ids.filing}`, {
  ...answering('getFiling', () => inReview({ version: server.version }), at), ...answering('listPapers', () => server.papers, at), ...more,
})
const refuseIt = async () => {
  await userEvent.click(within(await screen.findByRole('region', { name: 'Acts' })).getByRole('button', { name: 'Refuse' }))
  await userEvent.selectOptions(screen.getByLabelText('Stock phrase'), 'The domain has expired.')
  await userEvent.click(screen.getByRole('button', { name: 'Confirm the refusal' }))
}
const look = () => screen.findByRole('button', { name: 'Look: Certificate of the owner', hidden: true })

test('who shows the current state of a filing that was changed meanwhile sees its papers as they are now', async () => {
  const server = { version: 3, papers: samplePapers({ slots: [samplePlace()] }) }
  openWith(server, {
    [`POST /filings/${ids.filing}/refuse`]: () => {
      Object.assign(server, { version: 4, papers: handedIn })
      return refuse(409)
    },
  })
  await screen.findByRole('listitem', { name: 'Certificate of the owner' })
  await refuseIt()
  await userEvent.click(await screen.findByRole('button', { name: 'Show the current state' }))
  expect(await look()).toBeInTheDocument()
})

test('after a decision the papers are asked for again', async () => {
  const server = { version: 3, papers: samplePapers({ slots: [samplePlace()] }) }
  openWith(server, answering('refuseFiling', () => {
    server.papers = handedIn
    return { id: ids.filing, status: 'refused', version: 3 }
  }, at))
  await screen.findByRole('listitem', { name: 'Certificate of the owner' })
  await refuseIt()
  expect(await look()).toBeInTheDocument()
})

test('a picture that was replaced after the filing was handed in is listed with who did so and why, and is looked at like one that is there', async () => {
  openConsole(`/filings/${ids.filing}`, {
    ...answering('getFiling', inReview(), at),
    ...answering('listPapers', samplePapers({ slots: [samplePlace({ papers: [samplePaper()] })], earlier: [earlierPaper(), earlierPaper({ how: 'taken-away', by: { role: 'owner', name: '' }, reason: null })].map((one, index) => ({ ...one, paper: { ...one.paper, id: one.paper.id.replace(/.$/, String(index + 4)) } })) }), at),
  })
  const list = await screen.findByRole('list', { name: 'Earlier pictures' })
  const [replaced, takenAway] = within(list).getAllByText(/^(?:Replaced|Taken away) by/)
  expect(replaced).toHaveTextContent(/^Replaced by 云端网络 on [^;]+; why: it cannot be read$/)
  expect(takenAway).toHaveTextContent(/^Taken away by the owner on [^;]+$/)
  const [first] = within(list).getAllByRole('button', { name: 'Look: Certificate of the owner (earlier picture)' })
  await userEvent.click(first!)
  expect(await screen.findByRole('dialog', { name: 'Look at a paper' })).toBeInTheDocument()
})

test('beside a picture, and of it, codes are called what the operator calls them now', async () => {
  const named = (id: string, code: string, en: string) => ({ of: 'code' as const, id, code, zh: en, en, offered: true, from: '2026-11-01', to: '', source: '示例', confirmed: true })
  const content = sampleRegistration()
  const services = content.services.map((service) => ({ ...service, type: 'app' as const, platforms: [{ ...emptyPlatform('p1'), platform: 'android', packageName: 'com.example.app' }], categories: [], channel: '' as const }))
  openConsole(`/filings/${ids.filing}`, {
    ...answering('getFiling', inReview({ content: { ...content, services } }), at),
    ...answering('listPapers', samplePapers({ slots: [providersPlace({ papers: [samplePaper()] })] }), at),
    ...answering('getRuleData', { version: 2, published: [{ version: 1, entry: named('appPlatforms', 'android', 'Droid') }, { version: 2, entry: named('paperFormats', '1', 'JPEG') }] }),
  })
  expect(await screen.findByText('JPEG, 800 × 600 pixels, 40 KB')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Look: Photo taken on the spot' }))
  const asking = await screen.findByRole('dialog', { name: 'Look at a paper' })
  await userEvent.selectOptions(within(asking).getByLabelText(/^Purpose/), 'Reviewing the filing')
  await userEvent.type(within(asking).getByLabelText(/^In words/), 'To compare it')
  await userEvent.click(within(asking).getByRole('button', { name: 'Show' }))
  const viewer = await screen.findByRole('dialog', { name: 'Photo taken on the spot' })
  await userEvent.click(within(viewer).getByRole('button', { name: 'Compare with what was filed' }))
  expect(within(viewer).getByRole('heading', { name: 'Droid (com.example.app)' })).toBeInTheDocument()
})
