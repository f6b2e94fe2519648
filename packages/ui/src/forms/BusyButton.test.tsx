import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BusyButton } from './BusyButton.js'

test('a busy button says so, keeps the focus and does nothing', async () => {
  const act = jest.fn()
  const { rerender } = render(<BusyButton busy={false} busyText="Saving…" onClick={act}>Save</BusyButton>)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  rerender(<BusyButton busy busyText="Saving…" onClick={act}>Save</BusyButton>)
  const button = screen.getByRole('button', { name: 'Saving…' })
  expect(button).toHaveFocus()
  await userEvent.click(button)
  expect(act).toHaveBeenCalledTimes(1)
})

test('a busy submit button does not submit', async () => {
  const submitted = jest.fn()
  render(<form onSubmit={(event) => { event.preventDefault(); submitted() }}><BusyButton type="submit" busy busyText="Saving…">Save</BusyButton></form>)
  await userEvent.click(screen.getByRole('button', { name: 'Saving…' }))
  expect(submitted).not.toHaveBeenCalled()
})
