import { answering } from '@icp/app-shell/testing'
import type { HollowRow } from '@icp/contract'
import { ids } from '@icp/filing-views/testing'
import { expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const row = (parts: Partial<HollowRow> = {}): HollowRow => ({
  id: ids.filing, kind: 'service', subjectNumber: '京ICP备2026000001号', subjectName: '北京晨光有限公司', serviceNumber: '京ICP备2026000001号-1', serviceName: '晨光书店', domain: 'chenguang.com',
  since: '2026-11-01T02:00:00.000Z', toldAt: '2026-11-01T03:00:00.000Z', standing: 'due', until: '2026-11-08T03:00:00.000Z', ...parts,
})
const subject = row({ id: ids.next, kind: 'subject', subjectNumber: '京ICP备2026000002号', subjectName: '北京夕照有限公司', serviceNumber: null, serviceName: null, domain: null })
const waiting = row({ id: ids.request, serviceNumber: '京ICP备2026000003号-1', standing: 'stopped', until: null })
const page = (...rows: HollowRow[]) => answering('listHollow', { rows, total: rows.length, next: null })

test('the list says since when, when the owner was told and what stands in the way; only what is due can be chosen', async () => {
  openConsole('/hollow', page(row(), waiting, subject, row({ id: ids.other, serviceNumber: '京ICP备2026000004号-2A', toldAt: null, standing: 'found', until: null })))
  const table = await screen.findByRole('table', { name: 'Hollow subjects and services' })
  expect(within(table).getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual(['Choose 京ICP备2026000001号-1', 'Choose 京ICP备2026000002号'])
  for (const said of ['May be cleared', 'A filing is on its way', 'Owner to be told', 'Not yet']) expect(within(table).getAllByText(said).length).toBeGreaterThan(0)
  for (const [number, kind] of [['000001号-1', 'Hollow website'], ['000002号', 'Hollow subject'], ['000004号-2A', 'Hollow app']] as const) expect(within(table).getByRole('row', { name: new RegExp(`${number} `) })).toHaveTextContent(kind)
  expect(screen.getByRole('button', { name: 'Clear those chosen (0)' })).toBeDisabled()
})

test('many are cleared at once after the numbers that end are shown, and each has its result', async () => {
  const user = userEvent.setup()
  const { calls } = openConsole('/hollow', {
    ...page(row(), subject, waiting),
    ...answering('clearHollow', { results: [
      { id: ids.filing, outcome: 'cleared', numbers: ['京ICP备2026000001号-1'], text: null },
      { id: ids.next, outcome: 'refused', numbers: [], text: { zh: '有备案', en: 'A filing of the subject is on its way.' } },
    ] }),
  })
  await user.click(await screen.findByRole('button', { name: 'Choose all of this page that may be cleared' }))
  await user.click(screen.getByRole('button', { name: 'Clear those chosen (2)' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Clear what is chosen (2)' })
  expect(within(dialog).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['京ICP备2026000001号-1 · 晨光书店', '京ICP备2026000002号 · 北京夕照有限公司'])
  await user.click(within(dialog).getByRole('button', { name: 'Clear them' }))
  const results = await screen.findByRole('table', { name: 'The result of each' })
  const [, cleared, refused] = within(results).getAllByRole('row')
  expect(cleared).toHaveTextContent(/京ICP备2026000001号-1.*Cleared.*京ICP备2026000001号-1 ended/)
  expect(refused).toHaveTextContent(/京ICP备2026000002号.*Not cleared.*A filing of the subject is on its way\./)
  expect(calls.find(({ to }) => to === 'POST /register/hollow/clearances')?.body).toEqual({ ids: [ids.filing, ids.next] })
})

test('where nothing is hollow the page says so and offers nothing to clear', async () => {
  openConsole('/hollow', page())
  expect(await screen.findByText('Nothing in the province is hollow.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Clear/ })).not.toBeInTheDocument()
})
