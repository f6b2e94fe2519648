import { expect, test } from '@jest/globals'
import type { FilingView } from '@icp/contract'
import { findingsFor } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { screen, waitFor, within } from '@testing-library/react'
import { fillIn, openPortal } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

/** A draft without an investor, which nothing asked for when it was last saved. */
const begunEarlier = (rulesChanged: boolean): FilingView => {
  const complete = completeContent()
  const content = { ...complete, subject: { ...complete.subject, investor: '' } }
  const findings = findingsFor('new-subject', content, browserRuleContext()).filter(({ rule }) => rule === 'S-14')
  return draftFiling(content, { redo: { since: '2026-05-04T02:00:00.000Z', rulesChanged, findings } })
}

test('a draft begun under older rules says above each step what has to be redone, marks the field, and forgets it once it is done', async () => {
  await openPortal('/filing/entry/subject', entryStand(begunEarlier(true)).answers)
  expect(await screen.findByText('The filing rules have changed. Things to redo in your draft: 1')).toBeInTheDocument()
  const list = screen.getByRole('list', { name: 'Findings' })
  expect(within(list).getByRole('link', { name: /S-14/ })).toHaveAttribute('href', '/rules?q=S-14')
  const investor = screen.getByLabelText('Investor or superior unit')
  expect(investor).toBeInvalid()
  fillIn(investor, '示例投资人')
  await waitFor(() => expect(screen.queryByText(/Things to redo/)).toBeNull())
  expect(investor).toBeValid()
})

test('on another step it leads to where it is mended', async () => {
  const { router } = await openPortal('/filing/entry/summary', entryStand(begunEarlier(true)).answers)
  const link = await screen.findByRole('link', { name: 'Change the subject' })
  link.click()
  await waitFor(() => expect(router.state.location.pathname).toBe('/filing/entry/subject'))
  expect(screen.queryByRole('link', { name: 'Change the subject' })).toBeNull()
})

test('what time has brought is not said to come from new rules', async () => {
  await openPortal('/filing/entry/subject', entryStand(begunEarlier(false)).answers, { language: 'zh-CN' })
  expect(await screen.findByText('草稿有 1 处需要修改')).toBeInTheDocument()
  expect(screen.queryByText(/规则已更新/)).toBeNull()
})
