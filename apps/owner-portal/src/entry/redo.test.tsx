import { expect, test } from '@jest/globals'
import type { FilingView } from '@icp/contract'
import { type Finding, findingsFor, registerRules } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { screen, waitFor, within } from '@testing-library/react'
import { fillIn, openPortal, user } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const press = (name: string, scope: HTMLElement = document.body) => user.click(within(scope).getByRole('button', { name }))

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

/** A draft of which rules that came later ask for a place of the servers and for another domain. */
const begunWithOneWebsite = (): FilingView => {
  const complete = completeContent()
  const [service] = complete.services
  const content = { ...complete, services: [{ ...service!, domain: 'chenguang', accesses: service!.accesses.map((access) => ({ ...access, places: [] })) }] }
  const findings = findingsFor('new-subject', content, browserRuleContext()).filter(({ path }) => path.endsWith('.domain') || path.endsWith('.places'))
  return draftFiling(content, { redo: { since: '2026-05-04T02:00:00.000Z', rulesChanged: true, findings } })
}

test('what has to be redone in a window is said at its website or in its row, and marked in the window as soon as it opens', async () => {
  const begun = begunWithOneWebsite()
  const asked = begun.redo!.findings.find(({ path }) => path.endsWith('.places'))!.text.en
  await openPortal('/filing/entry/websites', entryStand(begun).answers)
  await screen.findByRole('heading', { level: 1, name: 'Websites and access' })
  const row = within(screen.getByRole('table', { name: 'Access of 晨光书店' })).getByText('云端网络').closest('tr') as HTMLElement
  expect(within(row).getByText('1 to mend')).toBeInTheDocument()
  expect(row).toHaveTextContent(asked)
  await press('Edit access at 云端网络')
  const access = await screen.findByRole('dialog', { name: 'Edit access: 晨光书店' })
  expect(access).toHaveTextContent(asked)
  await press('Cancel', access)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await press('Edit website 晨光书店')
  const website = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  expect(within(website).getByLabelText('Domain')).toBeInvalid()
  fillIn(within(website).getByLabelText('Domain'), 'chenguang.com')
  expect(within(website).getByLabelText('Domain')).toBeValid()
  await press('Submit', website)
  await waitFor(() => expect(screen.getByText('The filing rules have changed. Things to redo in your draft: 1')).toBeInTheDocument())
})

/** A line of the banner, by the field that it is about. */
const lineOf = async (name: string | RegExp) => within(await screen.findByRole('list', { name: 'Findings' })).getByText(name, { selector: 'button' })

test('each line of the banner puts the focus where it is redone, on this step and from another one', async () => {
  const { router } = await openPortal('/filing/entry/summary', entryStand(begunWithOneWebsite()).answers)
  await user.click(await lineOf('Website “晨光书店” · Domain'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/filing/entry/websites'))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Edit website 晨光书店'))
  await user.click(await lineOf(/Server location$/))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Edit access at 云端网络'))
})

test('while the subject has something that stops the websites, only what is about the subject leads anywhere', async () => {
  const complete = completeContent()
  const content = { ...complete, subject: { ...complete.subject, investor: '' }, services: complete.services.map((service) => ({ ...service, domain: 'chenguang' })) }
  const findings = findingsFor('new-subject', content, browserRuleContext()).filter(({ path }) => path.endsWith('.domain') || path.endsWith('.investor'))
  await openPortal('/filing/entry/summary', entryStand(draftFiling(content, { redo: { since: '2026-05-04T02:00:00.000Z', rulesChanged: true, findings } })).answers)
  expect(await lineOf('Subject · Investor or superior unit')).toBeInTheDocument()
  expect(screen.getByText('Website “晨光书店” · Domain')).toBeInTheDocument()
  expect(screen.queryByText('Website “晨光书店” · Domain', { selector: 'button' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Change websites and access' })).toBeNull()
})

test('a line about the subject leads to its input', async () => {
  await openPortal('/filing/entry/summary', entryStand(begunEarlier(true)).answers)
  await user.click(await lineOf('Subject · Investor or superior unit'))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Investor or superior unit'))
})

test('what only the register knows is marked in the window while its field is as it was, and not once it is changed', async () => {
  const content = completeContent()
  const ofRegister: Finding = { rule: registerRules[0]!.id, path: 'services.s1.domain', severity: 'block', text: { zh: '域名已备案', en: 'The domain is filed.' }, fix: { zh: '', en: '' }, source: '' }
  const stand = entryStand(draftFiling(content, { redo: { since: '2026-05-04T02:00:00.000Z', rulesChanged: false, findings: [ofRegister] } }))
  stand.server.ofRegister = [ofRegister]
  await openPortal('/filing/entry/websites', stand.answers)
  await screen.findByRole('heading', { level: 1, name: 'Websites and access' })
  await press('Edit website 晨光书店')
  const window = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  expect(within(window).getByLabelText('Domain')).toBeInvalid()
  fillIn(within(window).getByLabelText('Domain'), 'xingchen.com')
  expect(within(window).getByLabelText('Domain')).toBeValid()
})
