import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { answering, refuse } from '@icp/app-shell/testing'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { openConsole, row } from '../open-console.fixture.js'

const until = '2026-11-26T02:15:00.000Z'

const saved: string[] = []
beforeEach(() => {
  saved.length = 0
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} })
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function note(this: HTMLAnchorElement) { saved.push(this.download) })
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** A list whose export wants a fresh proof until `123456` was entered. */
function openList() {
  let proven = false
  return openConsole('/queue', {
    ...answering('listFilings', { rows: [row()], next: null, total: 1 }), 
    ...answering('getAuthenticatorProof', { until, onScreen: null }),
    ...answering('exportFilings', () => {
      if (!proven) refuse(403, { code: 'proof-needed', text: { zh: '须重新验证。', en: 'A file needs a fresh code of your authenticator.' } })
      return { fileName: 'filings.csv', csv: 'a', rows: 1, cut: false }
    }),
    ...answering('proveAuthenticator', (call) => {
      if ((call.body as { code: string }).code !== '123456') {
        refuse(422, { findings: [{ rule: 'code', path: 'code', severity: 'block', text: { zh: '错', en: 'The code is not right.' }, fix: { zh: '', en: '' }, source: '' }] })
      }
      proven = true
      return { until }
    }),
  })
}

test('a file that wants a fresh code asks for it in a window, keeps a wrong one to be corrected, and then goes on by itself', async () => {
  const { calls } = openList()
  await userEvent.click(await screen.findByRole('button', { name: 'Export the list (CSV)' }))
  const window = await screen.findByRole('dialog', { name: 'Confirm that it is you' })
  await userEvent.click(within(window).getByRole('button', { name: 'Go on' }))
  expect((await within(window).findAllByText('Enter the code of your authenticator')).length).toBeGreaterThan(0)
  const code = within(window).getByLabelText('Code of your authenticator')
  await userEvent.type(code, '999999')
  await userEvent.click(within(window).getByRole('button', { name: 'Go on' }))
  expect((await within(window).findAllByText(/The code is not right/)).length).toBeGreaterThan(0)
  await userEvent.clear(code)
  await userEvent.type(code, '123456')
  await userEvent.click(within(window).getByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(saved).toEqual(['filings.csv']))
  expect(calls.filter(({ to }) => to === 'GET /exports/filings')).toHaveLength(2)
  expect(screen.queryByText(/A file needs a fresh code/)).toBeNull()
})

test('without the code nothing leaves, and the page says why', async () => {
  const { calls } = openList()
  await userEvent.click(await screen.findByRole('button', { name: 'Export the list (CSV)' }))
  const window = await screen.findByRole('dialog', { name: 'Confirm that it is you' })
  await userEvent.click(within(window).getByRole('button', { name: 'Leave it' }))
  expect(await screen.findByText('A file needs a fresh code of your authenticator.')).toBeInTheDocument()
  expect(calls.filter(({ to }) => to === 'GET /exports/filings')).toHaveLength(1)
  expect(saved).toEqual([])
})
