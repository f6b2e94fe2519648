import { expect, test } from '@jest/globals'
import { type Answerer, answering } from '@icp/app-shell/testing'
import type { FilingView, RegisterSubjectView } from '@icp/contract'
import type { MigrationContent } from '@icp/domain'
import { ids, sampleFiling, sampleMigration, sampleSides, since } from '@icp/filing-views/testing'
import { screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'

const number = '京ICP备2026000001号'
const held: RegisterSubjectView = {
  id: '00000000-0000-4000-8000-000000000099', number, name: '北京晨光有限公司', nature: '4', province: '110000', state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
  services: [{
    id: '00000000-0000-4000-8000-000000000101', number: `${number}-1`, type: 'website', name: '晨光书店', domain: 'chenguang.com', state: 'in-force', approvedOn: '2026-11-20', cancelledOn: null,
    providers: [{ id: ids.provider, name: '云端网络' }], accesses: [{ id: 'a1', providerName: '云端网络' }],
  }],
  certificates: [], openFilings: [],
}

const moving = (parts: Partial<FilingView> = {}): FilingView => sampleFiling({
  kind: 'migrate-service', status: 'awaiting-agreement', content: sampleMigration(), migration: { ...sampleSides(), receiving: null }, providers: [], actions: ['withdraw'],
  due: { what: 'agreement', at: '2026-12-03T15:59:00.000Z', provisional: false, total: null, used: null, left: null, advisory: false, tone: 'neutral' },
  history: [{ at: since, action: 'finish', by: { role: 'owner', name: 'owner' }, status: 'awaiting-agreement', note: null }], ...parts,
})
const asked = (parts: Partial<FilingView> = {}) => moving({ receiving: true, actions: ['agree', 'decline'], ...parts })

/** An API that takes a move as the real one does: a draft, what was typed, then finish. */
const proposing = (record: RegisterSubjectView = held) => {
  const server = { created: [] as unknown[], saved: [] as MigrationContent[], finished: 0 }
  const answers: Record<string, Answerer> = {
    ...answering('listOwnRecords', { rows: [record] }), ...answering('listFilings', { rows: [], total: 0, next: null }),
    ...answering('getFiling', () => (server.finished > 0 ? moving() : moving({ status: 'draft', version: 1, due: null, actions: [] })), { id: ids.filing }),
    ...answering('createFiling', (call) => { server.created.push(call.body); return moving({ status: 'draft', version: 1, due: null, actions: [] }) }),
    ...answering('saveDraft', (call) => { server.saved.push((call.body as { content: MigrationContent }).content); return { version: 2, savedAt: since, findings: [] } }, { id: ids.filing }),
    ...answering('finishFiling', () => {
      server.finished += 1
      return { id: ids.filing, reference: 'BA20261120-000009', finishedAt: since, digest: 'b'.repeat(64), hash: 'c'.repeat(64), status: 'awaiting-agreement', version: 3 }
    }, { id: ids.filing }),
  }
  return { server, answers }
}

test('a move needs a number and the declaration about the domain; what follows stands there before', async () => {
  const { server, answers } = proposing()
  await openPortal('/filing/move-website', answers)
  await user.click(await screen.findByRole('radio', { name: /晨光书店/ }))
  const follows = await screen.findByRole('region', { name: 'Once it is approved' })
  expect(follows).toHaveTextContent(`The number ${number}-1 ends`)
  expect(screen.getByText('This is the subject’s last website')).toBeInTheDocument()
  expect(screen.getByText(/^Your e-certificate ends/)).toBeInTheDocument()
  await press('Propose the move')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(within(summary).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#move-receiving', '#move-domain'])
  fillIn(screen.getByLabelText(/^Number of the receiving subject/), '浙ICP备2026000002号')
  await press('Propose the move')
  expect(screen.getByLabelText(/^Number of the receiving subject/)).toBeInvalid()
  expect(server.created).toEqual([])
})

test('a website is proposed by its number and leads to its progress, which names nobody', async () => {
  const { server, answers } = proposing()
  const { router } = await openPortal('/filing/move-website', answers)
  await user.click(await screen.findByRole('radio', { name: /晨光书店/ }))
  fillIn(screen.getByLabelText(/^Number of the receiving subject/), ' 京ICP备2026000002号 ')
  await user.click(screen.getByRole('checkbox', { name: /chenguang\.com/ }))
  await press('Propose the move')
  const dialog = await screen.findByRole('alertdialog', { name: 'Propose to move this website?' })
  await press('Propose the move', dialog)
  await waitFor(() => expect(router.state.location.pathname).toBe(`/filing/progress/${ids.filing}`))
  expect(server.created).toEqual([{ kind: 'migrate-service', subjectNumber: number, serviceNumbers: [`${number}-1`] }])
  expect(server.saved).toMatchObject([{ form: 'migration', receivingNumber: '京ICP备2026000002号', domainHolder: 'receiver' }])
  expect(await screen.findByRole('region', { name: 'Receiving subject' })).toHaveTextContent('Shown once the receiving owner has agreed.')
})

test('apps and websites without an access are not offered', async () => {
  const { answers } = proposing({ ...held, services: [{ ...held.services[0]!, accesses: [] }] })
  await openPortal('/filing/move-website', answers)
  await screen.findByRole('heading', { name: 'Move a website' })
  await waitFor(() => expect(screen.queryByRole('radio')).not.toBeInTheDocument())
})

test('who is asked finds it on top of the own filings', async () => {
  const row = { ...asked() }
  await openPortal('/filing', { ...answering('listOwnRecords', { rows: [] }), ...answering('listFilings', { rows: [row], total: 1, next: null }), ...answering('getFiling', asked(), { id: ids.filing }) })
  expect(await screen.findByText(/“北京晨光有限公司” asks your subject to receive this website/)).toBeInTheDocument()
  expect(screen.getAllByRole('link', { name: 'See and answer' })[0]).toHaveAttribute('href', `/filing/progress/${ids.filing}`)
})

test('the receiving owner sees both sides and what follows, and agrees only after ticking what it means', async () => {
  const { calls } = await openPortal(`/filing/progress/${ids.filing}`, {
    ...answering('getFiling', asked(), { id: ids.filing }), ...answering('agreeToMigration', { id: ids.filing, status: 'with-providers', version: 4 }, { id: ids.filing }),
  })
  expect(await screen.findByRole('region', { name: 'Giving subject' })).toHaveTextContent('晨光书店')
  expect(screen.getByRole('region', { name: 'Once it is approved' })).toHaveTextContent('You answer for its content')
  expect(screen.getByText(/^To be answered by the receiver before/)).toBeInTheDocument()
  await press('Agree to receive')
  const dialog = await screen.findByRole('alertdialog', { name: 'Agree to receive this website?' })
  expect(buttonNamed('Agree to receive', dialog)).toBeDisabled()
  await user.click(within(dialog).getByRole('checkbox'))
  await press('Agree to receive', dialog)
  await waitFor(() => expect(calls.find((call) => call.to.endsWith('/agree'))?.body).toEqual({ version: 3 }))
})

test('declining asks for a reason first', async () => {
  const { calls } = await openPortal(`/filing/progress/${ids.filing}`, {
    ...answering('getFiling', asked(), { id: ids.filing }), ...answering('declineMigration', { id: ids.filing, status: 'refused', version: 4 }, { id: ids.filing }),
  })
  await user.click(await screen.findByRole('button', { name: 'Decline' }))
  const dialog = await screen.findByRole('dialog', { name: 'Decline to receive it' })
  await press('Decline', dialog)
  expect(within(dialog).getByLabelText(/^Reason/)).toBeInvalid()
  expect(calls.some((call) => call.to.endsWith('/decline'))).toBe(false)
  fillIn(within(dialog).getByLabelText(/^Reason/), '域名尚未过户')
  await press('Decline', dialog)
  await waitFor(() => expect(calls.find((call) => call.to.endsWith('/decline'))?.body).toEqual({ version: 3, reason: '域名尚未过户' }))
})

const moved = (sides: FilingView['migration'], parts: Partial<FilingView> = {}) => moving({
  status: 'approved', due: null, actions: [], migration: sides, result: { subjectNumber: '京ICP备2026000002号', serviceNumbers: ['京ICP备2026000002号-5'], certificateId: null }, ...parts,
})

const left = [{ number: `${number}-2`, name: '晨光论坛', domain: 'chenguang.net' }]
test.each([
  ['not offered to a giving subject without a website left', [], {}, false],
  ['offered to a giving subject with another website', left, {}, true],
  ['offered to the receiving subject', [], { receiving: true }, true],
] as const)('once it has moved, the certificate is %s', async (_title, services, reader, isOffered) => {
  const sides = sampleSides()
  const filing = moved({ ...sides, giving: { ...sides.giving, services: [...services] } }, reader)
  await openPortal(`/filing/progress/${ids.filing}`, answering('getFiling', filing, { id: ids.filing }))
  await screen.findByText(/the new number is 京ICP备2026000002号-5/)
  expect(screen.queryByRole('link', { name: 'E-certificate' }) !== null).toBe(isOffered)
})
