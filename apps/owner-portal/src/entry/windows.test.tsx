import { expect, test } from '@jest/globals'
import { sampleRegistration } from '@icp/filing-views/testing'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openPortal } from '../open-portal.fixture.js'
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
