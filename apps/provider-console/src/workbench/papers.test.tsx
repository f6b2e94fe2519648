import { answering, type Answerer, refuse } from '@icp/app-shell/testing'
import type { AnswerOf } from '@icp/contract'
import { ids, sampleFiling, samplePaper, samplePapers, samplePlace } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const empty = samplePapers({ slots: [samplePlace()] })
const handedIn = samplePapers({ slots: [samplePlace({ papers: [samplePaper()] })] })
const at = { id: ids.filing }

/** A filing whose papers change with its version. */
const openWith = (server: { version: number; papers: AnswerOf<'listPapers'> }, more: Readonly<Record<string, Answerer>>) => openConsole(`/filings/${ids.filing}`, {
  ...answering('getFiling', () => sampleFiling({ version: server.version }), at), ...answering('listPapers', () => server.papers, at), ...more,
})
const pass = async () => {
  await userEvent.click(within(await screen.findByRole('region', { name: 'Acts' })).getByRole('button', { name: 'Pass' }))
  const dialog = screen.getByRole('dialog', { name: 'Pass this filing' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'Confirm the pass' }))
  return dialog
}

test('who shows the current state of a filing that was changed meanwhile sees its papers as they are now', async () => {
  const server = { version: 3, papers: empty }
  openWith(server, {
    [`POST /filings/${ids.filing}/pass`]: () => {
      Object.assign(server, { version: 4, papers: handedIn })
      return refuse(409)
    },
  })
  await screen.findByRole('listitem', { name: 'Certificate of the owner' })
  const dialog = await pass()
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Show the current state' }))
  expect(await screen.findByRole('button', { name: 'Look: Certificate of the owner', hidden: true })).toBeInTheDocument()
})

test('after an act of one’s own the papers are asked for again: who may change them follows from it', async () => {
  const server = { version: 3, papers: samplePapers({ slots: [samplePlace({ mayChange: true })] }) }
  openWith(server, answering('passFiling', () => {
    server.papers = empty
    return { id: ids.filing, status: 'awaiting-confirmation', version: 3 }
  }, at))
  await screen.findByRole('button', { name: 'Choose a picture: Certificate of the owner' })
  await pass()
  await screen.findByText('You have passed the filing.')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Choose a picture: Certificate of the owner' })).not.toBeInTheDocument())
})
