import { answering } from '@icp/app-shell/testing'
import { withFieldAt } from '@icp/domain'
import { ids, paperIds, sampleFiling, samplePaper, samplePapers, samplePlace, sampleRegistration } from '@icp/filing-views/testing'
import { afterEach, expect, test } from '@jest/globals'
import { focusManager } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { openPortal, press } from '../open-portal.fixture.js'

const at = { id: ids.filing }

afterEach(() => focusManager.setFocused(undefined))

test('after a change of the papers of a filing that came back, the next act names the version that the filing has then', async () => {
  // A page behind others asks for nothing by itself.
  focusManager.setFocused(false)
  const server = { version: 3, papers: [samplePaper()] }
  const { calls } = await openPortal(`/filing/browse/${ids.filing}`, {
    ...answering('getFiling', () => sampleFiling({ status: 'returned', version: server.version, content: withFieldAt(sampleRegistration(), 'subject.name', `第 ${server.version} 版`), reference: null, actions: ['withdraw'] }), at),
    ...answering('listPapers', () => samplePapers({ slots: [samplePlace({ mayChange: true, papers: server.papers })] }), at),
    ...answering('takePaperAway', () => {
      Object.assign(server, { version: 4, papers: [] })
      return { version: 4 }
    }, { ...at, paperId: paperIds.certificate }),
    ...answering('withdrawFiling', { id: ids.filing, status: 'withdrawn', version: 5 }, at),
  })
  await screen.findByRole('button', { name: 'Take away: Certificate of the owner' })
  await press('Take away: Certificate of the owner')
  await press('Take away', await screen.findByRole('dialog'))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await screen.findByText('第 4 版')
  await press('Withdraw the filing')
  await press('Withdraw the filing', await screen.findByRole('alertdialog'))
  await waitFor(() => expect(calls.find(({ to }) => to === `POST /filings/${ids.filing}/withdraw`)?.body).toEqual({ version: 4 }))
})
