import { expect, test } from '@jest/globals'
import { sampleRegistration } from '@icp/filing-views/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openPortal, user } from '../open-portal.fixture.js'
import { completeContent, draftFiling, entryStand } from './entry-stand.fixture.js'

const press = (name: string, scope: HTMLElement = document.body) => userEvent.click(within(scope).getByRole('button', { name }))

test('Cancel of a website window closes it at once while nothing is changed, and asks when something is', async () => {
  await openPortal('/filing/entry/websites', entryStand(draftFiling(completeContent())).answers)
  await screen.findByRole('heading', { level: 1, name: 'Websites and access' })
  await press('Edit website 晨光书店')
  await press('Cancel', await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  await press('Edit website 晨光书店')
  const window = await screen.findByRole('dialog', { name: 'Edit website: 晨光书店' })
  fireEvent.change(within(window).getByLabelText('Website name'), { target: { value: '晨光书城' } })
  await press('Cancel', window)
  await press('Discard', await screen.findByRole('alertdialog', { name: 'Discard what you typed?' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(screen.getByRole('heading', { name: '晨光书店' })).toBeInTheDocument()
})

test('an earlier access that is changed into a double of a later one is stopped in its own window', async () => {
  const content = sampleRegistration()
  const service = content.services[0]!
  const [first, second] = service.accesses
  const whole = { ...content, services: [{ ...service, accesses: [first!, { ...first!, ...second!, modes: ['5'], places: ['110000'], ipRanges: [{ from: '198.51.100.1', to: '198.51.100.1' }] }] }] }
  const stand = entryStand(draftFiling(whole))
  await openPortal('/filing/entry/websites', stand.answers)
  await screen.findByRole('heading', { level: 1, name: 'Websites and access' })
  await press('Edit access at 云端网络')
  const window = await screen.findByRole('dialog', { name: 'Edit access: 晨光书店' })
  await press('Query', window)
  const query = await screen.findByRole('dialog', { name: /provider/i })
  await userEvent.type(within(query).getByRole('searchbox'), '海蓝{Enter}')
  await userEvent.click(await within(query).findByRole('radio'))
  await press('OK', query)
  await press('Submit', window)
  expect(within(await within(window).findByRole('alert', { name: 'There is a problem' })).getAllByText(/^With the access at 海蓝数据:/).length).toBeGreaterThan(0)
  expect(stand.content().services[0]?.accesses[0]?.providerName).toBe('云端网络')
})

test('an app is typed in a window of its own: platforms, categories and the way it is filed, and listed by what it is', async () => {
  const stand = entryStand(draftFiling({ ...completeContent(), services: [] }))
  await openPortal('/filing/entry/websites', stand.answers)
  await screen.findByRole('heading', { level: 1, name: 'Websites and access' })
  await press('Add app, mini program or quick app')
  const window = await screen.findByRole('dialog', { name: 'Add app' })
  const put = (scope: HTMLElement, label: string, value: string) => fireEvent.change(within(scope).getByLabelText(label), { target: { value } })
  put(window, 'App name', '晨光App')
  put(window, 'Domain', 'api.chenguang.com')
  expect(within(window).queryByLabelText('Home page')).not.toBeInTheDocument()
  await user.click(within(window).getByLabelText('Own shop'))
  await user.click(within(window).getByLabelText('App store or mini-program platform'))
  await user.click(within(window).getByLabelText('None of them'))
  await press('Submit', window)
  const links = within(await within(window).findByRole('alert', { name: 'There is a problem' })).getAllByRole('link')
  for (const link of links) expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull()
  const platform = within(window).getByRole('group', { name: 'Platform 1' })
  await user.click(within(platform).getByRole('radio', { name: 'Android' }))
  put(platform, 'Package name', 'com.chenguang.app')
  put(platform, 'Public key', 'a1b2c3d4'.repeat(16))
  put(platform, 'Certificate fingerprint', '0123456789abcdef'.repeat(2))
  await press('Submit', window)
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(screen.getByRole('list', { name: 'Websites' })).toHaveTextContent(/晨光App.*App: Android com\.chenguang\.app.*api\.chenguang\.com/)
  expect(stand.content().services[0]).toMatchObject({ type: 'app', categories: ['shop'], channel: 'store', platforms: [{ platform: 'android' }] })
  expect(screen.getByRole('button', { name: 'Edit app 晨光App' })).toBeInTheDocument()
})
