import { answering, refuse } from '@icp/app-shell/testing'
import type { Mediation } from '@icp/contract'
import { conflictRules } from '@icp/domain'
import { ids, since } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openPortal } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const [service] = completeContent().services
const path = `services.${service!.id}.domain`
const request = (parts: Partial<Mediation> = {}): Mediation => ({
  id: ids.request, filingId: ids.filing, over: 'domain', rule: 'X-01', path, domain: service!.domain, reason: '已转让', askedAt: since, state: 'open', outcome: null, answer: null, endedAt: null, ...parts,
})
const filed = conflictRules['domain-filed'].finding(path)

test('a domain that is in force elsewhere can be asked about where the websites are entered, with a reason, and then stands as asked', async () => {
  const user = userEvent.setup()
  const stand = entryStand(draftFiling(completeContent()))
  stand.server.ofRegister.push(filed)
  const { calls } = await openPortal('/filing/entry/websites', {
    ...stand.answers, ...answering('askMediation', () => {
      stand.server.mediations.unshift(request())
      return request()
    }, { id: ids.filing }),
  })
  await user.click(await screen.findByRole('button', { name: `Ask the administration: ${service!.domain}` }))
  const window = await screen.findByRole('dialog')
  await user.click(within(window).getByRole('button', { name: 'Ask' }))
  expect(await within(window).findByText('Enter a reason.')).toBeInTheDocument()
  await user.type(within(window).getByRole('textbox', { name: /Reason/ }), '已转让')
  await user.click(within(window).getByRole('button', { name: 'Ask' }))
  const list = await screen.findByRole('list', { name: 'What the administration was asked to settle' })
  expect(within(list).getByText('Waiting for the administration')).toBeInTheDocument()
  expect(calls.find(({ to }) => to === `POST /filings/${ids.filing}/mediations`)?.body).toEqual({ version: 1, path, reason: '已转让' })
  expect(screen.queryByRole('button', { name: /^Ask the administration/ })).not.toBeInTheDocument()
})

test('what a finish was refused for is offered below the summary', async () => {
  const user = userEvent.setup()
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/summary', {
    ...stand.answers, [`POST /filings/${ids.filing}/finish`]: () => refuse(422, { code: 'blocking-findings', findings: [conflictRules['domain-running'].finding(path)] }),
  })
  await user.click(await screen.findByRole('button', { name: 'Finish' }))
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('checkbox'))
  await user.click(within(dialog).getByRole('button', { name: 'Finish and lock' }))
  expect(await screen.findByRole('button', { name: `Ask the administration: ${service!.domain}` })).toBeInTheDocument()
})

test('the answer stands with the draft, and an open request can be withdrawn', async () => {
  const user = userEvent.setup()
  const stand = entryStand(draftFiling(completeContent()))
  stand.server.mediations.push(request({ id: ids.other, state: 'answered', outcome: 'holder-keeps', answer: '对方备案有效', endedAt: since }), request())
  await openPortal('/filing/entry/summary', {
    ...stand.answers, ...answering('withdrawMediation', () => {
      stand.server.mediations[1] = request({ state: 'withdrawn', endedAt: since })
      return stand.server.mediations[1]
    }, { id: ids.request }),
  })
  expect(await screen.findByText('The administration says: 对方备案有效')).toBeInTheDocument()
  expect(screen.getByText('The other side’s filing stands; change yours')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: `Withdraw the request: ${service!.domain}` }))
  expect(await screen.findByText('Withdrawn')).toBeInTheDocument()
})
