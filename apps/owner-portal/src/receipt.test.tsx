import { answering } from '@icp/app-shell/testing'
import type { FilingReceipt, ReceiptCheck } from '@icp/contract'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { sampleFiling } from '@icp/filing-views/testing'
import { fillIn, openPortal, press, user } from './open-portal.fixture.js'

const at = '2026-11-23T02:00:00.000Z'
const [one, two, zeros] = ['a'.repeat(64), 'b'.repeat(64), '0'.repeat(64)]
const receipt: FilingReceipt = {
  format: 'icp-receipt/1', reference: 'BA20261123-000001', checkpoint: null,
  links: [{ number: 1, cause: 'finish', at, digest: 'd'.repeat(64), previous: zeros, hash: one }, { number: 2, cause: 'correct', at, digest: 'e'.repeat(64), previous: one, hash: two }],
}
/** jsdom's files have no `text()`. */
const fileOf = (name: string, text: string) => Object.assign(new File([text], name, { type: 'application/json' }), { text: async () => text })
const check = (parts: Partial<ReceiptCheck> = {}): ReceiptCheck => ({ verdict: 'unchanged', reference: receipt.reference, at, corrections: [], ...parts })

test('a receipt is checked by number and hash, and corrections since are named', async () => {
  const { calls } = await openPortal('/receipt', answering('checkReceipt', check({ verdict: 'corrected', corrections: [{ number: 2, at, provider: '甲方云' }] })), { visitor: true })
  await screen.findByRole('heading', { level: 1, name: 'Check a receipt' })
  await press('Check')
  expect(screen.getByLabelText('Submission number')).toHaveAccessibleDescription(/Fill this in/)
  expect(calls.some((call) => call.to === 'POST /receipts/check')).toBe(false)
  fillIn(screen.getByLabelText('Submission number'), 'BA20261123-000001')
  fillIn(screen.getByLabelText('Hash of the receipt'), one)
  await press('Check')
  expect(await screen.findByText('It was what the receipt says, and has been corrected since (corrections: 1)')).toBeInTheDocument()
  expect(screen.getByText(/by 甲方云/)).toBeInTheDocument()
  expect(calls.find((call) => call.to === 'POST /receipts/check')?.body).toEqual({ reference: 'BA20261123-000001', hash: one })
})

test('a receipt file is sent as it is; another file is told to be none', async () => {
  const { calls } = await openPortal('/receipt', answering('checkReceipt', check({ verdict: 'no-match', at: null })), { visitor: true })
  const input = await screen.findByTestId('receipt-file')
  await user.upload(input, fileOf('other.json', '{"x":1}'))
  expect(await screen.findByText('This file is not a receipt of this system.')).toBeInTheDocument()
  await user.upload(input, fileOf('receipt.json', JSON.stringify(receipt)))
  expect(await screen.findByText('It does not match the receipt')).toBeInTheDocument()
  expect(calls.filter((call) => call.to === 'POST /receipts/check').map((call) => call.body)).toEqual([{ receipt }])
})

test('the owner sees the links of the receipt on the filing and checks them in one click', async () => {
  const filing = sampleFiling({ status: 'with-providers', reference: receipt.reference })
  await openPortal(`/filing/browse/${filing.id}`, {
    ...answering('getFiling', filing, { id: filing.id }), ...answering('getReceipt', { receipt, check: check() }, { id: filing.id }),
  })
  const table = await screen.findByRole('table', { name: 'Links of the receipt' })
  expect(within(table).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Finished', 'Correction 1'])
  expect(screen.queryByText('The content is what the receipt says')).not.toBeInTheDocument()
  await press('Check my receipt')
  expect(await screen.findByText('The content is what the receipt says')).toBeInTheDocument()
})
