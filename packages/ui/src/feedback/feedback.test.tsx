import { expect, jest, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Banner } from './Banner.js'
import { CopyButton } from './CopyButton.js'
import { EmptyState } from './EmptyState.js'
import { ErrorState } from './ErrorState.js'
import { LoadingRows } from './LoadingRows.js'
import { SaveMark } from './SaveMark.js'
import { StatusMark } from './StatusMark.js'

test('a status is a word with an icon beside it', () => {
  const { container } = render(<StatusMark tone="good" text="Approved" />)
  expect(screen.getByText('Approved')).toBeInTheDocument()
  expect(container.querySelector('svg')).not.toBeNull()
})

test('a banner is announced in the way that it is told', () => {
  render(<Banner tone="warn" title="SMS is off" live="status">The code is shown here.</Banner>)
  expect(screen.getByRole('status')).toHaveTextContent('SMS is offThe code is shown here.')
})

test('an error names the request and offers to try again', async () => {
  const retry = jest.fn()
  render(<ErrorState title="Not available" retry={retry} retryText="Try again" requestId="r-1" requestIdLabel="Request" />)
  expect(screen.getByRole('alert')).toHaveTextContent('r-1')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalled()
})

test('an empty place says why and offers the act that fills it', () => {
  render(<EmptyState text="No websites yet." action={<button type="button">Add website</button>} />)
  expect(screen.getByText('No websites yet.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Add website' })).toBeInTheDocument()
})

test('loading is said only when it takes longer than 200 ms', () => {
  jest.useFakeTimers()
  render(<LoadingRows label="Loading" />)
  expect(screen.getByRole('status')).toHaveTextContent('')
  act(() => { jest.advanceTimersByTime(201) })
  expect(screen.getByRole('status')).toHaveTextContent('Loading')
  jest.useRealTimers()
})

test('copying is announced', async () => {
  const user = userEvent.setup()
  render(<CopyButton value="京ICP备2026000001号" label="Copy number" copiedText="Copied" failedText="Select and copy it by hand" />)
  await user.click(screen.getByRole('button', { name: 'Copy number' }))
  expect(await screen.findByText('Copied')).toHaveAttribute('role', 'status')
  expect(await navigator.clipboard.readText()).toBe('京ICP备2026000001号')
})

test('the save mark is a live region', () => {
  render(<SaveMark state="saved" text="Saved 14:02" />)
  expect(screen.getByRole('status')).toHaveTextContent('Saved 14:02')
})
