import { expect, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ErrorSummary } from './ErrorSummary.js'
import { LabelledText } from './LabelledText.js'

test('the summary takes the focus, and its links put the focus into the field', async () => {
  render(
    <>
      <ErrorSummary title="There is a problem" items={[{ fieldId: 'name', text: 'Enter your name' }, { fieldId: '', text: 'Try again later' }]} />
      <LabelledText id="name" label="Name" value="" onChange={() => {}} />
    </>,
  )
  expect(screen.getByRole('alert', { name: 'There is a problem' })).toHaveFocus()
  await userEvent.click(screen.getByRole('link', { name: 'Enter your name' }))
  expect(screen.getByLabelText('Name')).toHaveFocus()
  expect(screen.getByText('Try again later')).toBeInTheDocument()
})

test('a new list takes the focus again, an empty one shows nothing', () => {
  const { rerender } = render(<ErrorSummary title="There is a problem" items={[]} />)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  rerender(<ErrorSummary title="There is a problem" items={[{ fieldId: '', text: 'No' }]} />)
  expect(screen.getByRole('alert')).toHaveFocus()
})
