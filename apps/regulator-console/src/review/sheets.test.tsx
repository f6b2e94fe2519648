import { answering } from '@icp/app-shell/testing'
import { ids, sampleSheet } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { inReview, openConsole } from '../open-console.fixture.js'

const showing = (given: Parameters<typeof sampleSheet>[0][], parts: Parameters<typeof inReview>[0] = {}) => openConsole(`/filings/${ids.filing}`, {
  ...answering('getFiling', inReview(parts), { id: ids.filing }),
  ...answering('getVerificationSheet', { asked: [], given: given.map((one) => sampleSheet(one)) }, { id: ids.filing }),
  ...answering('returnFiling', { id: ids.filing, status: 'returned', version: 4 }, { id: ids.filing }),
})

test('the reviewer reads who verified what and when, what does not apply with its reason, and which sheet stands', async () => {
  showing([{}, { id: '99999999-9999-4999-8999-999999999999', stands: false }])
  const part = within(await screen.findByRole('region', { name: 'Verification sheets' }))
  expect(await part.findAllByText('域名已用于本单位的 APP')).toHaveLength(2)
  expect(part.getAllByText('Holds: 3. Does not apply: 1')).toHaveLength(2)
  expect(part.getByText('Stands')).toBeInTheDocument()
  expect(part.getByText('Former sheet')).toBeInTheDocument()
  expect(part.getAllByText(/^Answered by 云端审核员 on .*, about version 1 of the content$/)).toHaveLength(2)
})

test('a line of the sheet becomes the reason of a return, at the field that it is about', async () => {
  const user = userEvent.setup()
  const { calls } = showing([{}])
  await user.click(await screen.findByRole('button', { name: /^Return for this: .*Domain, The domain does not open before it is filed$/ }))
  const remark = within(screen.getByRole('dialog', { name: /^Remark: .*Domain$/ }))
  expect(remark.getByLabelText(/^What is wrong/)).toHaveValue('V-15: “The domain does not open before it is filed” does not hold.')
  await user.click(remark.getByRole('button', { name: 'Save the remark' }))
  await user.click(within(screen.getByRole('region', { name: 'Acts' })).getByRole('button', { name: 'Return (1)' }))
  await user.type(screen.getByLabelText(/^Opinion/), '请核实')
  await user.click(screen.getByRole('button', { name: 'Confirm the return' }))
  await screen.findByText('Returned to the access providers.')
  expect(calls.find((call) => call.to.endsWith('/return'))?.body).toMatchObject({ findings: [{ path: 'services.s1.domain', reason: expect.stringContaining('V-15') }] })
})

test('where nothing can be returned a sheet is only read, and without one that is said', async () => {
  showing([], { actions: [] })
  expect(await screen.findByText('There is no verification sheet.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Return for this/ })).not.toBeInTheDocument()
})
