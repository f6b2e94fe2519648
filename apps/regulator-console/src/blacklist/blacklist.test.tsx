import { answering, refuse } from '@icp/app-shell/testing'
import type { BlacklistEntry } from '@icp/contract'
import { expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, operator } from '../open-console.fixture.js'

const id = '88888888-8888-4888-8888-888888888888'
const entry = (parts: Partial<BlacklistEntry> = {}): BlacklistEntry => ({
  id, kind: 'domain', certificateType: null, certificateNumber: null, domain: 'example.com', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-11-01', validUntil: null,
  standing: 'in-force', version: 1, addedAt: '2026-11-01T02:00:00.000Z', addedBy: '运维员', liftedAt: null, liftedBy: null, ...parts,
})
const page = (...rows: BlacklistEntry[]) => ({ ...answering('getMe', operator), ...answering('listBlacklist', { rows, total: rows.length, next: null }) })
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('the list says whom and what, why, by which document, for how long and by whom; numbers stay masked', async () => {
  openConsole('/blacklist', page(entry(), entry({ id: id.replace('8', '9'), kind: 'subject', domain: null, certificateType: '1', certificateNumber: '911***********019Y', validUntil: '2026-12-31', standing: 'lifted', liftedBy: '李四' })))
  const table = await screen.findByRole('table', { name: 'Entries of the blacklist' })
  const [, domain, subject] = within(table).getAllByRole('row')
  for (const said of ['example.com', '提供虚假信息', '京通管〔2026〕1号', 'From 1 Nov 2026', 'In force', 'Added by 运维员']) expect(within(domain!).getByText(said)).toBeInTheDocument()
  for (const said of ['911***********019Y', 'Subject · Enterprise · Business licence', '1 Nov 2026 to 31 Dec 2026', 'Lifted', 'Lifted by 李四']) expect(within(subject!).getByText(said)).toBeInTheDocument()
  expect(within(subject!).queryByRole('button')).not.toBeInTheDocument()
})

test('an entry is typed with its fields checked before it is sent, and what the list knows is said at the field', async () => {
  const user = userEvent.setup()
  const { calls, answer } = openConsole('/blacklist', {
    ...page(), 'POST /administration/blacklist': () => refuse(422, { findings: [{ rule: 'B-04', path: 'domain', severity: 'block', text: { zh: '已有', en: 'It is there.' }, fix: { zh: '改', en: 'See it.' }, source: '' }] }),
  })
  await user.click(await screen.findByRole('button', { name: 'Add to the blacklist' }))
  const dialog = await screen.findByRole('dialog', { name: 'Add to the blacklist' })
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  expect(within(dialog).getByLabelText('Domain', { selector: 'input[type=text]' })).toHaveAccessibleDescription(/The domain is missing/)
  expect(calls.some(({ to }) => to === 'POST /administration/blacklist')).toBe(false)
  fireEvent.change(within(dialog).getByLabelText('Domain', { selector: 'input[type=text]' }), { target: { value: 'example.com' } })
  type('Reason', '提供虚假信息')
  type('Document', '京通管〔2026〕1号')
  type('First day', '2026-11-01')
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(within(dialog).getByLabelText('Domain', { selector: 'input[type=text]' })).toHaveAccessibleDescription(/It is there/))
  answer(answering('addToBlacklist', entry()))
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  expect(await screen.findByText('Added to the blacklist.')).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to === 'POST /administration/blacklist')?.body).toMatchObject({ kind: 'domain', domain: 'example.com', validFrom: '2026-11-01', validUntil: '' })
})

test('what is wrong or refused is listed with links that lead to the fields; the list takes the focus and nothing typed is lost', async () => {
  const user = userEvent.setup()
  const finding = (path: string, en: string) => ({ rule: 'B-04', path, severity: 'block' as const, text: { zh: en, en }, fix: { zh: '', en: '' }, source: '' })
  openConsole('/blacklist', { ...page(), 'POST /administration/blacklist': () => refuse(422, { findings: [finding('certificateNumber', 'It is there already.'), finding('', 'It cannot be kept.')] }) })
  await user.click(await screen.findByRole('button', { name: 'Add to the blacklist' }))
  const dialog = await screen.findByRole('dialog', { name: 'Add to the blacklist' })
  await user.click(within(dialog).getByRole('radio', { name: 'Subject' }))
  fireEvent.change(within(dialog).getByLabelText('Certificate number'), { target: { value: '91110101000000019Y' } })
  type('Reason', '提供虚假信息')
  type('First day', '2026-11-01')
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  const wrong = await within(dialog).findByRole('alert', { name: 'There is a problem' })
  expect(wrong).toHaveFocus()
  expect(within(wrong).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#blacklist-certificateType', '#blacklist-source'])
  await user.click(within(wrong).getByRole('link', { name: /type of certificate is missing/ }))
  expect(within(dialog).getByLabelText('Type of certificate')).toHaveFocus()
  fireEvent.change(within(dialog).getByLabelText('Type of certificate'), { target: { value: '1' } })
  expect(within(dialog).getByLabelText('Type of certificate')).not.toHaveAccessibleDescription(/missing/)
  type('Document', '京通管〔2026〕1号')
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  expect(await within(dialog).findByRole('link', { name: 'It is there already.' })).toHaveAttribute('href', '#blacklist-certificateNumber')
  const refused = within(dialog).getByRole('alert', { name: 'There is a problem' })
  expect(refused).toHaveFocus()
  expect(within(refused).getByText('It cannot be kept.')).toBeInTheDocument()
  expect(within(refused).getAllByRole('link')).toHaveLength(1)
  for (const [label, value] of [['Type of certificate', '1'], ['Certificate number', '91110101000000019Y'], ['Reason', '提供虚假信息'], ['Document', '京通管〔2026〕1号'], ['First day', '2026-11-01']] as const) {
    expect(within(dialog).getByLabelText(label)).toHaveValue(value)
  }
}, 60_000)

test('an entry is lifted after one more question', async () => {
  const user = userEvent.setup()
  const { calls } = openConsole('/blacklist', { ...page(entry()), ...answering('liftFromBlacklist', entry({ standing: 'lifted', version: 2, liftedBy: '运维员' }), { id }) })
  await user.click(await screen.findByRole('button', { name: 'Lift: example.com' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Lift' }))
  expect(await screen.findByText('Lifted.')).toBeInTheDocument()
  expect(calls.find(({ to }) => to.endsWith('/lift'))?.body).toEqual({ version: 1 })
})
