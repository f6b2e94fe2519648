import { expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { UiProvider } from '../theme/UiProvider.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { ModalWindow } from './ModalWindow.js'

const Page = ({ dirty = false }: { dirty?: boolean }) => {
  const [open, setOpen] = useState(false)
  return (
    <UiProvider language="en">
      <button type="button" onClick={() => setOpen(true)}>Add website</button>
      <ModalWindow open={open} title="Website" closeLabel="Close" onClose={() => setOpen(false)} isDirty={dirty} actions={(leave) => <button type="button" onClick={leave}>Cancel</button>}>
        <input aria-label="Name" />
      </ModalWindow>
    </UiProvider>
  )
}

test('the window is named, takes the focus, closes with Esc and gives the focus back', async () => {
  render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Add website' }))
  const dialog = await screen.findByRole('dialog', { name: 'Website' })
  await waitFor(() => expect(dialog.contains(document.activeElement) || document.activeElement?.contains(dialog)).toBe(true))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(screen.getByRole('button', { name: 'Add website' })).toHaveFocus()
})

test('with something typed, Esc asks first; keeping keeps the window', async () => {
  render(<Page dirty />)
  await userEvent.click(screen.getByRole('button', { name: 'Add website' }))
  await screen.findByRole('dialog', { name: 'Website' })
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Keep typing' }))
  expect(await screen.findByRole('dialog', { name: 'Website' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('Cancel closes a window with nothing typed at once, and asks when something would be lost', async () => {
  const clean = render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Add website' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  clean.unmount()
  render(<Page dirty />)
  await userEvent.click(screen.getByRole('button', { name: 'Add website' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(await screen.findByRole('alertdialog', { name: 'Discard what you typed?' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
})

test('a window with a form submits it by Enter', async () => {
  const submit = jest.fn()
  render(<ModalWindow open title="Website" closeLabel="Close" onClose={() => {}} onSubmit={submit} actions={<button type="submit">Save</button>}><input aria-label="Name" /></ModalWindow>)
  await userEvent.type(screen.getByLabelText('Name'), 'x{Enter}')
  expect(submit).toHaveBeenCalledTimes(1)
})

test('a window hears the keys that are pressed in it, also on its buttons, and none of a window above it', async () => {
  const keys: string[] = []
  render(
    <ModalWindow open title="Picture" closeLabel="Close" onClose={() => {}} onKey={({ key }) => keys.push(key)} actions={<button type="button">Next</button>}>
      <ModalWindow open title="Purpose" closeLabel="Close the purpose" onClose={() => {}}><button type="button">Show</button></ModalWindow>
    </ModalWindow>,
  )
  fireEvent.keyDown(screen.getByRole('button', { name: 'Show' }), { key: 'a' })
  expect(keys).toEqual([])
  fireEvent.keyDown(screen.getByRole('button', { name: 'Next', hidden: true }), { key: 'b' })
  expect(keys).toEqual(['b'])
})

test('what needs a tick cannot be confirmed before it is ticked', async () => {
  const confirm = jest.fn()
  render(<ConfirmDialog open title="Finish?" confirmText="Finish and lock" cancelText="Back" tick="I understand" onConfirm={confirm} onCancel={() => {}}>You cannot change it any more.</ConfirmDialog>)
  const act = screen.getByRole('button', { name: 'Finish and lock' })
  expect(act).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: 'I understand' }))
  await userEvent.click(act)
  expect(confirm).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('alertdialog', { name: 'Finish?' })).toHaveAccessibleDescription('You cannot change it any more.')
})
