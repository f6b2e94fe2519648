import { answering, refuse } from '@icp/app-shell/testing'
import { ids, sampleFiling, sampleSheet, sampleSheetLines } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const opened = async (more: Parameters<typeof openConsole>[1] = {}) => {
  const user = userEvent.setup()
  const console = openConsole(`/filings/${ids.filing}`, {
    ...answering('getFiling', sampleFiling(), { id: ids.filing }),
    ...answering('getVerificationSheet', { asked: [...sampleSheetLines], given: [] }, { id: ids.filing }),
    ...answering('passFiling', { id: ids.filing, status: 'awaiting-confirmation', version: 4 }, { id: ids.filing }), ...more,
  })
  await user.click(within(await screen.findByRole('region', { name: 'Acts' })).getByRole('button', { name: 'Pass' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Pass this filing' }))
  await dialog.findByText('Answered: 0 of 4')
  return { ...console, user, dialog, confirm: () => user.click(dialog.getByRole('button', { name: 'Confirm the pass' })) }
}
const passesOf = (calls: Awaited<ReturnType<typeof opened>>['calls']) => calls.filter((call) => call.to.endsWith('/pass'))

test('the sheet stands by parts, nothing is ticked, and each line says what to look at with the figure of the province', async () => {
  const { dialog } = await opened()
  expect(dialog.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)).toEqual([])
  const parts = dialog.getAllByRole('group').map((group) => within(group).getAllByRole('checkbox').length)
  expect(parts).toEqual([1, 3, 1])
  expect(dialog.getByText(/more than 3 months left/)).toBeInTheDocument()
})

test('what is missing is said with a way to its line, and nothing is sent', async () => {
  const { dialog, user, confirm, calls } = await opened()
  await user.click(dialog.getByRole('checkbox', { name: /\(V-01\)$/ }))
  await confirm()
  const links = dialog.getAllByRole('link').map((link) => link.textContent)
  expect(links).toHaveLength(3)
  expect(links[0]).toMatch(/^Not verified yet: Website “晨光书店”, The domain is valid/)
  await user.click(dialog.getAllByRole('link')[0]!)
  expect(dialog.getByRole('checkbox', { name: /\(V-11\)$/ })).toHaveFocus()
  expect(passesOf(calls)).toEqual([])
})

test('one button answers for a part and for no other', async () => {
  const { dialog, user } = await opened()
  await user.click(dialog.getByRole('button', { name: 'Website “晨光书店”: All of these were checked' }))
  expect(dialog.getByRole('checkbox', { name: /\(V-11\)$/ })).toBeChecked()
  expect(dialog.getByRole('checkbox', { name: /\(V-15\)$/ })).toBeChecked()
  expect(dialog.getByRole('checkbox', { name: /\(V-01\)$/ })).not.toBeChecked()
  expect(dialog.getByText('Answered: 2 of 4')).toBeInTheDocument()
})

test('that a check does not apply needs its reason, and the whole sheet is sent with the pass', async () => {
  const { dialog, user, confirm, calls } = await opened()
  for (const rule of ['V-01', 'V-11', 'V-24']) await user.click(dialog.getByRole('checkbox', { name: new RegExp(`\\(${rule}\\)$`) }))
  await user.click(dialog.getByRole('checkbox', { name: /Does not apply: another service/ }))
  await confirm()
  expect(dialog.getByRole('link', { name: /Say why “The domain does not open before it is filed” does not apply/ })).toBeInTheDocument()
  expect(passesOf(calls)).toEqual([])
  await user.type(dialog.getByLabelText(/^Why it does not apply/), '域名已用于本单位的 APP')
  await confirm()
  await screen.findByText('You have passed the filing.')
  expect(passesOf(calls)[0]?.body).toEqual({ version: 3, sheet: sampleSheet().lines })
})

test('a figure that changed meanwhile is refused at its line, and that line is to be answered again', async () => {
  let months = '3'
  const { dialog, user, confirm } = await opened({
    [`GET /filings/${ids.filing}/verification-sheet`]: () => ({ asked: sampleSheetLines.map((line) => (line.rule === 'V-11' ? { ...line, figure: months } : line)), given: [] }),
    [`POST /filings/${ids.filing}/pass`]: () => {
      months = '6'
      return refuse(422, {
        text: { zh: '核验单还没有逐项核实', en: 'The verification sheet does not stand yet.' },
        findings: [{ rule: 'V-11', path: 'services.s1.domain', severity: 'block', text: { zh: '要求已经改变。', en: 'What is asked for here has changed.' }, fix: { zh: '重新核实。', en: 'Verify it again.' }, source: 'icp-filing §6 no 5 (HW)' }],
      })
    },
  })
  for (const rule of ['V-01', 'V-11', 'V-15', 'V-24']) await user.click(dialog.getByRole('checkbox', { name: new RegExp(`\\(${rule}\\)$`) }))
  await confirm()
  expect(await dialog.findByText(/more than 6 months left/)).toBeInTheDocument()
  expect(dialog.getByRole('checkbox', { name: /\(V-11\)$/ })).not.toBeChecked()
  expect(dialog.getByRole('checkbox', { name: /\(V-01\)$/ })).toBeChecked()
})

test('a sheet that was just answered stands on the workbench at once', async () => {
  let passed = false
  const { dialog, user, confirm } = await opened({
    [`GET /filings/${ids.filing}/verification-sheet`]: () => (passed ? { asked: [], given: [sampleSheet()] } : { asked: sampleSheetLines, given: [] }),
    [`POST /filings/${ids.filing}/pass`]: () => {
      passed = true
      return { id: ids.filing, status: 'awaiting-confirmation', version: 4 }
    },
  })
  for (const rule of ['V-01', 'V-11', 'V-15', 'V-24']) await user.click(dialog.getByRole('checkbox', { name: new RegExp(`\\(${rule}\\)$`) }))
  await confirm()
  expect(await screen.findByText(/Answered by 云端审核员/)).toBeInTheDocument()
  expect(screen.queryByText(/You have not answered a sheet yet/)).toBeNull()
})

test('what this provider answered before is on the workbench: what does not apply at once, the rest folded', async () => {
  openConsole(`/filings/${ids.filing}`, {
    ...answering('getFiling', sampleFiling({ status: 'awaiting-confirmation', actions: [] }), { id: ids.filing }),
    ...answering('getVerificationSheet', { asked: [], given: [sampleSheet()] }, { id: ids.filing }),
  })
  expect(await screen.findByText('域名已用于本单位的 APP')).toBeVisible()
  expect(screen.getByText('Holds: 3. Does not apply: 1')).toBeInTheDocument()
  await waitFor(() => expect(screen.getByText(/Answered by 云端审核员/)).toBeInTheDocument())
})
