import { expect, test } from '@jest/globals'
import type { FilingView } from '@icp/contract'
import type { RegistrationContent } from '@icp/domain'
import { ids } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const subjectNumber = '京ICP备2026000001号'
const aboutRecord = (parts: Partial<RegistrationContent> = {}): RegistrationContent => ({ ...completeContent(), subjectNumber, ...parts })
const withoutAccess = () => aboutRecord({ services: completeContent().services.map((service) => ({ ...service, accesses: [] })) })
const open = (path: string, kind: FilingView['kind'], content: RegistrationContent, parts: Partial<FilingView> = {}) => {
  const stand = entryStand(draftFiling(content, { kind, ...parts }))
  return openPortal(`${path}?draft=${ids.filing}`, stand.answers).then((opened) => ({ ...opened, ...stand }))
}
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

test('a change shows what the register fixes and asks for the rest', async () => {
  await open('/filing/entry/subject', 'change', aboutRecord())
  await heading('Subject')
  expect(screen.getByLabelText('Owner name')).toHaveValue('北京晨光有限公司')
  expect(screen.queryByLabelText('Certificate number')).not.toBeInTheDocument()
  expect(screen.getByText('Certificate number', { selector: 'dt' }).parentElement).toHaveTextContent('As filed; it cannot be changed.')
  expect(screen.queryByLabelText('Province')).not.toBeInTheDocument()
  expect(screen.getByLabelText('City')).toBeInTheDocument()
})

test('a change goes through subject, websites and summary with its draft in the address, and adds no website and no access', async () => {
  const { router } = await open('/filing/entry/subject', 'change', aboutRecord())
  await heading('Subject')
  await press('Next')
  await heading('Websites and access')
  expect(router.state.location.search).toEqual({ draft: ids.filing })
  expect(screen.queryByRole('button', { name: 'Add website' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Add access/ })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Delete/ })).not.toBeInTheDocument()
  await press('Edit website 晨光书店')
  const edited = await screen.findByRole('dialog')
  expect(within(edited).queryByLabelText('Domain')).not.toBeInTheDocument()
  expect(within(edited).getByLabelText('Home page')).toBeInTheDocument()
})

test('the access of a filed website keeps its provider in a change; its addresses may change', async () => {
  await open('/filing/entry/websites', 'change', aboutRecord())
  await heading('Websites and access')
  await press('Edit access at 云端网络')
  const edited = await screen.findByRole('dialog')
  expect(within(edited).queryByRole('button', { name: 'Query' })).not.toBeInTheDocument()
  fillIn(within(edited).getAllByLabelText('First IP')[0]!, '192.0.2.9')
  expect(within(edited).getAllByLabelText('First IP')[0]).toHaveValue('192.0.2.9')
})

test('a new access begins at the websites, which stay as they are filed', async () => {
  await open('/filing/entry/websites', 'new-access', withoutAccess())
  await heading('Websites and access')
  expect(screen.getByText('No access yet')).toBeInTheDocument()
  expect(buttonNamed('Add access to 晨光书店')).toBeEnabled()
  expect(screen.queryByRole('button', { name: /^Edit website/ })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Previous' })).not.toBeInTheDocument()
})

test('the summary of a change opens what differs from the register, and folds the rest', async () => {
  const label = { zh: '主办单位或主办人名称', en: 'Owner name' }
  await open('/filing/entry/summary', 'change', aboutRecord(), { differences: [{ path: 'subject.name', label, before: '北京旧名有限公司', after: '北京晨光有限公司' }] })
  await heading('ICP filing information summary')
  expect(await screen.findByText('As filed: 北京旧名有限公司')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByText(/^Unchanged, as filed/).closest('details')).not.toHaveAttribute('open'))
})

test('what the register says of a new access is told at the card at once', async () => {
  const { server } = await open('/filing/entry/websites', 'new-access', aboutRecord())
  server.ofRegister = []
  await heading('Websites and access')
  expect(screen.getByText('Complete')).toBeInTheDocument()
  server.ofRegister = [{
    rule: 'X-12', severity: 'block', path: 'services.s1.accesses.a1.providerId', source: 'icp-filing §2.3', text: { zh: '已有接入', en: 'The website already has an access through it.' }, fix: { zh: '', en: '' },
  }]
  await press('Edit access at 云端网络')
  const edited = await screen.findByRole('dialog')
  fillIn(within(edited).getAllByLabelText('First IP')[0]!, '192.0.2.9')
  fillIn(within(edited).getAllByLabelText('Last IP')[0]!, '192.0.2.9')
  await press('Submit', edited)
  expect(await screen.findByText(/already has an access through it/)).toBeInTheDocument()
})

test('a draft that is gone leads to my filings instead of beginning another', async () => {
  const stand = entryStand(draftFiling(aboutRecord(), { kind: 'change', status: 'with-providers' }))
  const { router } = await openPortal(`/filing/entry/websites?draft=${ids.filing}`, stand.answers)
  await waitFor(() => expect(router.state.location.pathname).toBe('/filing'))
  expect(stand.server.creations).toEqual([])
})

test('a draft of my filings is gone on with where its kind begins, or deleted after a question', async () => {
  const stand = entryStand(draftFiling(withoutAccess(), { kind: 'new-access', version: 4 }))
  const discarded: unknown[] = []
  await openPortal('/filing', { ...stand.answers, [`POST /filings/${ids.filing}/discard`]: (call) => { discarded.push(call.body); return undefined } })
  expect(await screen.findByRole('link', { name: 'Go on' })).toHaveAttribute('href', `/filing/entry/websites?draft=${ids.filing}`)
  await press('Discard draft')
  const asked = await screen.findByRole('alertdialog', { name: 'Delete this draft?' })
  await user.click(buttonNamed('Discard draft', asked))
  await waitFor(() => expect(discarded).toEqual([{ version: 4 }]))
})
