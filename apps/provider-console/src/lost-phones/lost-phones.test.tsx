import { expect, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole } from '../open-console.fixture.js'

const id = '00000000-0000-4000-8000-0000000000aa'
const row = { id, owner: '王小明', subjects: [{ name: '晨光示例有限公司', number: '京ICP备2026000001号' }], mobile: '139****0002', startedAt: '2026-11-26T02:00:00.000Z', dueAt: '2026-11-29T02:00:00.000Z' }

test('a clerk vouches by saying how it was made sure and by the number that the owner says; a wrong one stays to be corrected', async () => {
  let waiting = true
  const { calls } = openConsole('/lost-phones', {
    ...answering('listPhoneRecoveries', () => ({ rows: waiting ? [row] : [] })),
    ...answering('vouchForPhone', (call) => {
      if ((call.body as { mobile: string }).mobile !== '13900000002') {
        refuse(422, { findings: [{ rule: 'lost-phone', path: 'mobile', severity: 'block', text: { zh: '不一致', en: 'This is not the new number.' }, fix: { zh: '', en: '' }, source: '' }] })
      }
      waiting = false
      return undefined
    }, { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Vouch for 王小明' }))
  const window = await screen.findByRole('dialog')
  await userEvent.click(within(window).getByRole('button', { name: 'Vouch' }))
  expect((await within(window).findAllByText('Choose how you made sure')).length).toBeGreaterThan(0)
  await userEvent.click(within(window).getByRole('radio', { name: /Came in person/ }))
  const number = within(window).getByLabelText('New number as the owner says it')
  await userEvent.type(number, '13900000009')
  await userEvent.click(within(window).getByRole('button', { name: 'Vouch' }))
  expect((await within(window).findAllByText(/This is not the new number/)).length).toBeGreaterThan(0)
  expect(number).toHaveValue('13900000009')
  await userEvent.clear(number)
  await userEvent.type(number, '13900000002')
  await userEvent.click(within(window).getByRole('button', { name: 'Vouch' }))
  expect(await screen.findByText('You have vouched for 王小明; the new number works.')).toBeInTheDocument()
  expect(calls.findLast(({ to }) => to.endsWith('/vouch'))?.body).toEqual({ way: 'in-person', mobile: '13900000002' })
  expect(await screen.findByText('Nobody waits for you to vouch')).toBeInTheDocument()
})

test('a request that was stopped meanwhile leaves the list, and the clerk is told that nothing was changed', async () => {
  let waiting = true
  openConsole('/lost-phones', {
    ...answering('listPhoneRecoveries', () => ({ rows: waiting ? [row] : [] })),
    ...answering('vouchForPhone', () => {
      waiting = false
      return refuse(404, { code: 'not-found', text: { zh: '没有找到。', en: 'Not found.' } })
    }, { id }),
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Vouch for 王小明' }))
  const window = await screen.findByRole('dialog')
  await userEvent.click(within(window).getByRole('radio', { name: /Came in person/ }))
  await userEvent.type(within(window).getByLabelText('New number as the owner says it'), '13900000002')
  await userEvent.click(within(window).getByRole('button', { name: 'Vouch' }))
  expect(await screen.findByText(/The request of 王小明 waits no more/)).toBeInTheDocument()
  expect(await screen.findByText('Nobody waits for you to vouch')).toBeInTheDocument()
})
