import { expect, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { LabelledChoices } from './LabelledChoices.js'
import { LabelledRadios } from './LabelledRadios.js'
import { LabelledSelect } from './LabelledSelect.js'
import { LabelledText } from './LabelledText.js'
import { Tick } from './Tick.js'

test('a text box has its label as name, and hint and error as description', () => {
  render(<LabelledText id="mobile" label="Mobile" hint="11 digits" error="Enter 11 digits" required value="" onChange={() => {}} inputMode="tel" autoComplete="tel" />)
  const box = screen.getByRole('textbox', { name: 'Mobile' })
  expect(box).toHaveAccessibleDescription('11 digits Enter 11 digits')
  expect(box).toBeInvalid()
  expect(box).toHaveAttribute('aria-required', 'true')
  expect(box).toHaveAttribute('inputmode', 'tel')
  expect(box).toHaveAttribute('autocomplete', 'tel')
})

test('typing and pasting give the new text', async () => {
  const Both = () => {
    const [value, setValue] = useState('')
    return <LabelledText id="code" label="Code" value={value} onChange={setValue} maxLength={6} />
  }
  render(<Both />)
  const box = screen.getByLabelText('Code')
  await userEvent.click(box)
  await userEvent.paste('123456')
  expect(box).toHaveValue('123456')
})

test('a many-line box is labelled too', () => {
  render(<LabelledText id="why" label="Reason" multiline value="moved" onChange={() => {}} />)
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('moved')
})

test('a select offers its options and gives the value chosen', async () => {
  const given: string[] = []
  render(<LabelledSelect id="kind" label="Kind" value="" emptyText="Choose one" options={[{ value: 'a', text: 'First' }, { value: 'b', text: 'Second' }]} onChange={(value) => given.push(value)} />)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Second')
  expect(given).toEqual(['b'])
})

test('choices are a named group and keep the order of the options', async () => {
  const given: string[][] = []
  const options = [{ value: 'a', text: 'First' }, { value: 'b', text: 'Second' }]
  render(<LabelledChoices id="kinds" label="Kinds" error="Choose at least one" value={['b']} options={options} onChange={(value) => given.push(value)} />)
  expect(screen.getByRole('group', { name: 'Kinds' })).toHaveAccessibleDescription('Choose at least one')
  await userEvent.click(screen.getByRole('checkbox', { name: 'First' }))
  expect(given).toEqual([['a', 'b']])
})

test('radios are one group, moved through by arrow keys', async () => {
  const One = () => {
    const [value, setValue] = useState('a')
    return <LabelledRadios id="way" label="Way" value={value} onChange={setValue} options={[{ value: 'a', text: 'First' }, { value: 'b', text: 'Second' }]} />
  }
  render(<One />)
  expect(screen.getByRole('radiogroup', { name: 'Way' })).toBeInTheDocument()
  act(() => screen.getByRole('radio', { name: 'First' }).focus())
  await userEvent.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: 'Second' })).toBeChecked()
})

test('a tick says what is ticked and what is wrong', async () => {
  const given: boolean[] = []
  render(<Tick id="true" label="All of this is true" error="Tick this to go on" value={false} onChange={(value) => given.push(value)} />)
  const tick = screen.getByRole('checkbox', { name: 'All of this is true' })
  expect(tick).toHaveAccessibleDescription('Tick this to go on')
  await userEvent.click(tick)
  expect(given).toEqual([true])
})
