import { answering } from '@icp/app-shell/testing'
import { ids, missingAt, samplePapers, samplePlace } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { openPortal, press, user } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const place = samplePlace({ mayChange: true })
const openSummary = async (severity: 'reviewer' | 'block') => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/summary', { ...stand.answers, ...answering('listPapers', samplePapers({ slots: [place], findings: [missingAt(place, severity)] }), { id: ids.filing }) })
  await screen.findByText('Not handed in yet: Certificate of the owner')
  return stand
}

test('a paper that the province asks for before the finish stops it before the window with the tick, with a link to its place', async () => {
  const { server } = await openSummary('block')
  await press('Finish')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  await user.click(within(summary).getByRole('link', { name: 'Missing: Certificate of the owner.' }))
  expect(screen.getByRole('listitem', { name: 'Certificate of the owner' })).toHaveFocus()
  expect(server.finishes).toEqual([])
})

test('a paper that may follow is named in the window with the tick and stops nothing', async () => {
  await openSummary('reviewer')
  await press('Finish')
  expect(await screen.findByRole('alertdialog', { name: 'Finish and lock?' })).toHaveTextContent('Not handed in yet: Certificate of the owner')
})
