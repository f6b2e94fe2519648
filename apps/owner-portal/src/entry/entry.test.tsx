import { expect, test } from '@jest/globals'
import { refuse } from '@icp/app-shell/testing'
import { emptySubject, registerRules, withFieldAt } from '@icp/domain'
import { ids, sampleFiling } from '@icp/filing-views/testing'
import { act, screen, waitFor, within } from '@testing-library/react'
import { buttonNamed, fillIn, openPortal, press, user } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const withoutWebsites = () => ({ ...completeContent(), services: [] })
const withoutAccess = () => ({ ...completeContent(), services: completeContent().services.map((service) => ({ ...service, accesses: [] })) })

test('a new owner comes to the first step, with one draft begun', async () => {
  const stand = entryStand(null)
  const { router } = await openPortal('/filing/entry', stand.answers)
  expect(await heading('Subject')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/filing/entry/subject')
  expect(stand.server.creations).toEqual([{ kind: 'new-subject' }])
})

test.each([
  ['Subject', draftFiling()],
  ['Websites and access', draftFiling(withoutWebsites())],
  ['ICP filing information summary', draftFiling(completeContent())],
])('an entry goes on where something is left to do: %s', async (title, draft) => {
  await openPortal('/filing/entry', entryStand(draft).answers)
  expect(await heading(title)).toBeInTheDocument()
})

test('a locked filing leads to browsing, with the reason', async () => {
  const stand = entryStand(sampleFiling({ actions: [] }))
  const { router } = await openPortal('/filing/entry', stand.answers)
  expect(await screen.findByText('This filing is locked and takes no more entries')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe(`/filing/browse/${ids.filing}`)
  expect(stand.server.creations).toEqual([])
})

test('a step without a draft leads to where one begins', async () => {
  const stand = entryStand(null)
  const { router } = await openPortal('/filing/entry/websites', stand.answers)
  await heading('Subject')
  expect(router.state.location.pathname).toBe('/filing/entry/subject')
})

test('step 2 by its address leads back while step 1 is not in order', async () => {
  const { router } = await openPortal('/filing/entry/websites', entryStand().answers)
  await heading('Subject')
  expect(router.state.location.pathname).toBe('/filing/entry/subject')
})

test('Next with something to mend stays, and one summary leads to each field', async () => {
  const { router } = await openPortal('/filing/entry/subject', entryStand(draftFiling({ ...withoutWebsites(), subject: { ...completeContent().subject, name: '', investor: completeContent().subject.investor } })).answers)
  await heading('Subject')
  await press('Next')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveFocus()
  expect(document.title).toMatch(/^Error: Subject/)
  const links = within(summary).getAllByRole('link')
  expect(links).toHaveLength(1)
  await user.click(links[0]!)
  const name = screen.getByLabelText('Owner name')
  expect(name).toHaveFocus()
  expect(name).toBeInvalid()
  expect(router.state.location.pathname).toBe('/filing/entry/subject')

  fillIn(name, '北京晨光有限公司')
  await press('Next')
  expect(await heading('Websites and access')).toBeInTheDocument()
})

test('an empty first step names every field that finish asks for, and keeps what was typed', async () => {
  await openPortal('/filing/entry/subject', entryStand(draftFiling({ form: 'registration', subject: emptySubject(), services: [] })).answers)
  await heading('Subject')
  fillIn(screen.getByLabelText('Owner name'), '晨光')
  await press('Next')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(within(summary).getAllByRole('link').length).toBeGreaterThan(8)
  for (const link of within(summary).getAllByRole('link')) expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull()
  expect(screen.getByLabelText('Owner name')).toHaveValue('晨光')
})

test('what is typed is saved by itself, and the mark says when', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/subject', stand.answers)
  await heading('Subject')
  fillIn(screen.getByLabelText('Investor or superior unit'), '新投资人')
  await waitFor(() => expect(stand.content().subject.investor).toBe('新投资人'))
  expect(await screen.findByText(/^Saved/)).toBeInTheDocument()
})

test('a filing that was finished elsewhere is said to be locked, and what is typed stays on screen', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/subject', stand.answers)
  await heading('Subject')
  stand.server.filing = sampleFiling()
  fillIn(screen.getByLabelText('Investor or superior unit'), '新投资人')
  expect(await screen.findByText('This filing is locked.')).toBeInTheDocument()
  expect(screen.getByLabelText('Investor or superior unit')).toHaveValue('新投资人')
})

test('who goes away and back by the browser finds what was typed', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  const { router } = await openPortal('/filing/entry/subject', stand.answers)
  await heading('Subject')
  fillIn(screen.getByLabelText('Investor or superior unit'), '新投资人')
  await act(() => router.navigate({ to: '/filing/progress' }))
  await heading('Record filing progress query')
  act(() => { router.history.back() })
  await heading('Subject')
  expect(screen.getByLabelText('Investor or superior unit')).toHaveValue('新投资人')
})

test('leaving the entry while the last save failed asks first; between the steps nothing is lost', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  const { answer, router } = await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  answer({ [`PUT /filings/${ids.filing}/draft`]: () => { throw new TypeError('Failed to fetch') } })
  await press('Delete website 晨光书店')
  await press('Delete', await screen.findByRole('alertdialog', { name: 'Delete this website?' }))
  await screen.findByText(/What you typed is kept\./)
  await press('Previous')
  await heading('Subject')
  act(() => { void router.navigate({ to: '/filing/progress' }) })
  expect(await screen.findByRole('alertdialog')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe('/filing/entry/subject')
})

test('a website is typed in a window, submitted and listed; its domain is shown both ways', async () => {
  const stand = entryStand(draftFiling(withoutWebsites()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Add website')
  const window = await screen.findByRole('dialog', { name: 'Add website' })
  expect(window).toContainElement(document.activeElement as HTMLElement)
  fillIn(within(window).getByLabelText('Website name'), '晨光书店')
  fillIn(within(window).getByLabelText('Domain'), '例子.中国')
  await press('Submit', window)
  const summary = await within(window).findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveFocus()
  expect(stand.content().services).toEqual([])

  fillIn(within(window).getByLabelText('Home page'), 'www.例子.中国')
  await user.click(within(within(window).getByRole('group', { name: 'Service content' })).getAllByRole('checkbox')[0]!)
  await user.click(within(within(window).getByRole('group', { name: 'Languages' })).getAllByRole('checkbox')[0]!)
  await user.click(within(window).getByRole('radio', { name: 'None of them' }))
  await press('Submit', window)
  const list = await screen.findByRole('list', { name: 'Websites' })
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(within(list).getByRole('heading', { name: '晨光书店' })).toBeInTheDocument()
  expect(list).toHaveTextContent('例子.中国 (xn--fsqu00a.xn--fiqs8s)')
  expect(list).toHaveTextContent('No access yet')
  expect(stand.content().services.map((service) => service.name)).toEqual(['晨光书店'])
  expect(buttonNamed('Add website')).toHaveFocus()
})

test('Esc asks before it drops a changed window, and drops an unchanged one at once', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Edit website 晨光书店')
  await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

  await press('Edit website 晨光书店')
  const window = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  fillIn(within(window).getByLabelText('Website name'), '晨光书城')
  await user.keyboard('{Escape}')
  await press('Keep typing', await screen.findByRole('alertdialog', { name: 'Discard what you typed?' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  expect(within(window).getByLabelText('Website name')).toHaveValue('晨光书城')
  await press('Submit', window)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(stand.content().services.map((service) => service.name)).toEqual(['晨光书城'])
  expect(stand.content().services[0]?.accesses).toHaveLength(1)
})

test('a window whose save fails stays open and says why', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  const { answer } = await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Edit website 晨光书店')
  const window = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  fillIn(within(window).getByLabelText('Website name'), '晨光书城')
  answer({ [`PUT /filings/${ids.filing}/draft`]: () => { throw new TypeError('Failed to fetch') } })
  await press('Submit', window)
  expect(await within(window).findByText(/What you typed is kept/)).toBeInTheDocument()
  expect(within(window).getByLabelText('Website name')).toHaveValue('晨光书城')
  answer(stand.answers)
  await press('Submit', window)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(stand.content().services).toHaveLength(1)
})

test('deleting a website asks, and the focus goes to what stays', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Delete website 晨光书店')
  await press('Cancel', await screen.findByRole('alertdialog', { name: 'Delete this website?' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  expect(buttonNamed('Delete website 晨光书店')).toHaveFocus()
  await press('Delete website 晨光书店')
  await press('Delete', await screen.findByRole('alertdialog', { name: 'Delete this website?' }))
  expect(await screen.findByText('No website yet. Press Add website to begin.')).toBeInTheDocument()
  await waitFor(() => expect(buttonNamed('Add website')).toHaveFocus())
  await waitFor(() => expect(stand.content().services).toEqual([]))
})

test('what only the register knows of a website is said as soon as it is saved', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  stand.server.ofRegister = [{ rule: registerRules[0]!.id, path: 'services.s1.domain', severity: 'block', text: { zh: '已有备案', en: 'This domain stands in another filing.' }, fix: { zh: '', en: '' }, source: '' }]
  await openPortal('/filing/entry/websites', stand.answers)
  // At its website, and where the administration may be asked about it.
  expect(await screen.findAllByText(/This domain stands in another filing\./)).toHaveLength(2)
})

test('a name that another subject has is told beside the website and keeps nobody from going on', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  stand.server.ofRegister = [{ rule: 'X-21', path: 'services.s1.name', severity: 'reviewer', text: { zh: '名称已备案', en: 'This name is in another subject’s filing.' }, fix: { zh: '', en: '' }, source: '' }]
  await openPortal('/filing/entry/websites', stand.answers)
  expect(await screen.findByText(/This name is in another subject’s filing\./)).toBeInTheDocument()
  await press('Next')
  await heading('ICP filing information summary')
})

test('an access is added to the website that its window names: query, submit, another one, continue', async () => {
  const stand = entryStand(draftFiling(withoutAccess()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Add access to 晨光书店')
  const form = await screen.findByRole('dialog', { name: 'Add access: 晨光书店' })
  await press('Submit', form)
  const summary = await within(form).findByRole('alert', { name: 'There is a problem' })
  for (const link of within(summary).getAllByRole('link')) expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull()

  await press('Query', form)
  const query = await screen.findByRole('dialog', { name: 'Choose the access provider' })
  await user.type(within(query).getByRole('searchbox'), '云{Enter}')
  await user.click(await within(query).findByRole('radio'))
  await press('OK', query)
  await waitFor(() => expect(within(form).getByLabelText('Access provider')).toHaveValue('云端网络'))
  await user.click(within(within(form).getByRole('group', { name: 'Access mode' })).getAllByRole('checkbox')[0]!)
  await user.click(within(within(form).getByRole('group', { name: 'Server location' })).getAllByRole('checkbox')[0]!)
  fillIn(within(form).getByLabelText('First IP'), '192.0.2.1')
  await press('Submit', form)
  const list = await screen.findByRole('dialog', { name: 'Access: 晨光书店' })
  expect(within(list).getByRole('listitem')).toHaveTextContent('云端网络 · 192.0.2.1')
  expect(stand.content().services[0]?.accesses).toEqual([expect.objectContaining({ providerId: ids.provider, providerName: '云端网络', ipRanges: [{ from: '192.0.2.1', to: '192.0.2.1' }] })])

  await press('Add access', list)
  const second = await screen.findByRole('dialog', { name: 'Add access: 晨光书店' })
  expect(within(second).getByLabelText('Access provider')).toHaveValue('')
  await press('Cancel', second)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(within(screen.getByRole('table', { name: 'Access of 晨光书店' })).getByRole('rowheader', { name: '云端网络' })).toBeInTheDocument()
  expect(stand.content().services[0]?.accesses).toHaveLength(1)
})

test('Continue goes back to the websites, and the focus to where it came from', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Edit access at 云端网络')
  await press('Submit', await screen.findByRole('dialog', { name: 'Edit access: 晨光书店' }))
  await press('Continue', await screen.findByRole('dialog', { name: 'Access: 晨光书店' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(buttonNamed('Edit access at 云端网络')).toHaveFocus()
})

test('Next names the website that lacks an access, and stays', async () => {
  const { router } = await openPortal('/filing/entry/websites', entryStand(draftFiling(withoutAccess())).answers)
  await heading('Websites and access')
  await press('Next')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  expect(summary).toHaveTextContent('晨光书店')
  await user.click(within(summary).getAllByRole('link')[0]!)
  expect(document.activeElement?.id).toBe('website-s1')
  expect(router.state.location.pathname).toBe('/filing/entry/websites')
})

test('Previous and Change keep everything, and the summary shows the new value alone', async () => {
  await openPortal('/filing/entry/summary', entryStand(draftFiling(completeContent())).answers)
  await heading('ICP filing information summary')
  await press('Previous')
  await heading('Websites and access')
  await press('Next')
  await heading('ICP filing information summary')
  await user.click(screen.getByRole('link', { name: 'Change Subject' }))
  await heading('Subject')
  fillIn(screen.getByLabelText('Investor or superior unit'), '新投资人')
  await press('Next')
  await heading('Websites and access')
  await press('Next')
  await heading('ICP filing information summary')
  expect(screen.getByText('新投资人')).toBeInTheDocument()
  expect(screen.getByText('北京晨光有限公司')).toBeInTheDocument()
})

test('Finish says what becomes impossible, needs the tick, and hands in once; the receipt follows', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  const { router } = await openPortal('/filing/entry/summary', stand.answers)
  await heading('ICP filing information summary')
  await press('Finish')
  const asked = await screen.findByRole('alertdialog', { name: 'Finish and lock?' })
  expect(asked).toHaveTextContent('After this you can no longer modify the filing.')
  expect(within(asked).getByRole('button', { name: 'Finish and lock' })).toBeDisabled()
  await user.click(within(asked).getByRole('checkbox'))
  await user.dblClick(within(asked).getByRole('button', { name: 'Finish and lock' }))
  expect(await heading('Your filing is handed in')).toBeInTheDocument()
  expect(screen.getByText('Submission number BA20261120-000001')).toBeInTheDocument()
  expect(router.state.location.pathname).toBe(`/filing/entry/done/${ids.filing}`)
  expect(stand.server.finishes).toEqual([{ version: 1 }])
})

test('Finish saves first what was typed last', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  await openPortal('/filing/entry/websites', stand.answers)
  await heading('Websites and access')
  await press('Edit website 晨光书店')
  const window = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  fillIn(within(window).getByLabelText('Website name'), '晨光书城')
  await press('Submit', window)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await press('Next')
  await heading('ICP filing information summary')
  await press('Finish')
  const asked = await screen.findByRole('alertdialog', { name: 'Finish and lock?' })
  await user.click(within(asked).getByRole('checkbox'))
  await press('Finish and lock', asked)
  await heading('Your filing is handed in')
  expect(stand.server.finishes).toEqual([{ version: 2 }])
  expect(stand.content().services[0]?.name).toBe('晨光书城')
})

test('Finish with something missing explains instead, with links to the parts', async () => {
  const stand = entryStand(draftFiling(withFieldAt(completeContent(), 'services.s1.homePage', '')))
  await openPortal('/filing/entry/summary', stand.answers)
  await heading('ICP filing information summary')
  await press('Finish')
  const summary = await screen.findByRole('alert', { name: 'There is a problem' })
  await user.click(within(summary).getAllByRole('link')[0]!)
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Website “晨光书店”' }))
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
})

test('a refusal at Finish keeps everything and says why; a second try goes on', async () => {
  const stand = entryStand(draftFiling(completeContent()))
  const { answer } = await openPortal('/filing/entry/summary', stand.answers)
  await heading('ICP filing information summary')
  const finding = { rule: registerRules[0]!.id, path: 'services.s1.domain', severity: 'block' as const, text: { zh: '已有备案', en: 'This domain stands in another filing.' }, fix: { zh: '', en: 'Choose another.' }, source: '' }
  answer({ [`POST /filings/${ids.filing}/finish`]: () => refuse(422, { findings: [finding] }) })
  const confirm = async () => {
    await press('Finish')
    const asked = await screen.findByRole('alertdialog', { name: 'Finish and lock?' })
    await user.click(within(asked).getByRole('checkbox'))
    await press('Finish and lock', asked)
  }
  await confirm()
  expect(await screen.findByRole('link', { name: 'This domain stands in another filing. Choose another.' })).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
  answer(stand.answers)
  await confirm()
  expect(await heading('Your filing is handed in')).toBeInTheDocument()
})

test('the entry speaks Chinese', async () => {
  await openPortal('/filing/entry/subject', entryStand().answers, { language: 'zh-CN' })
  expect(await screen.findByRole('heading', { level: 1, name: '主体信息' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '下一步' })).toBeInTheDocument()
  expect(screen.getByRole('combobox', { name: '单位性质' })).toBeInTheDocument()
})
