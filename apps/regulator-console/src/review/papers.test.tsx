import { answering, type Answerer, refuse } from '@icp/app-shell/testing'
import type { AnswerOf } from '@icp/contract'
import { ids, samplePaper, samplePapers, samplePlace } from '@icp/filing-views/testing'
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
