import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { KeyFigures } from '../data/KeyFigures.js'
import { ActionBar } from '../page/ActionBar.js'
import { cursorAt, pageAt, trailBack, trailForward } from './cursor-trail.js'
import { Pager } from './Pager.js'
import { Shortcuts } from './Shortcuts.js'
import { stepFocus } from './step-focus.js'

const words = { open: 'Keyboard shortcuts', title: 'Keyboard shortcuts', close: 'Close', enabled: 'Shortcuts on', help: 'This list' }

test('a trail goes forward and back over the pages of a list', () => {
  const second = trailForward('', 'c1')
  const third = trailForward(second, 'c2')
  expect([cursorAt(''), cursorAt(second), cursorAt(third)]).toEqual([undefined, 'c1', 'c2'])
  expect([pageAt(''), pageAt(second), pageAt(third)]).toEqual([1, 2, 3])
  expect([trailBack(third), trailBack(second)]).toEqual([second, ''])
})

test('the pager is absent on a single page, and knows its ends', async () => {
  const onChange = jest.fn()
  const pager = { label: 'Pages', previous: 'Previous page', next: 'Next page', page: (n: number) => `Page ${n}` }
  const { rerender, container } = render(<Pager words={pager} trail="" next={null} onChange={onChange} />)
  expect(container).toBeEmptyDOMElement()
  rerender(<Pager words={pager} trail="" next="c1" onChange={onChange} />)
  expect(screen.getByRole('button', { name: 'Previous page' })).toBeDisabled()
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
  expect(onChange).toHaveBeenCalledWith('c1')
})

test('every figure is a link to its list', () => {
  const Plain = ({ to, children, ...rest }: { to: string; children?: ReactNode }) => <a href={to} {...rest}>{children}</a>
  render(<KeyFigures label="Figures" link={Plain} figures={[{ id: 'a', label: 'To verify', value: 3, to: { to: '/queue' } }]} />)
  expect(screen.getByRole('link', { name: /^To verify\s*3$/ })).toHaveAttribute('href', '/queue')
})

test('a shortcut acts, rests while something is typed, and can be switched off', async () => {
  const run = jest.fn()
  const user = userEvent.setup()
  render(<><input aria-label="Search" /><Shortcuts words={words} items={[{ key: 't', text: 'Take next', run }]} /></>)
  await user.keyboard('t')
  expect(run).toHaveBeenCalledTimes(1)
  await user.click(screen.getByLabelText('Search'))
  await user.keyboard('t')
  expect(run).toHaveBeenCalledTimes(1)
  await user.tab()
  await user.keyboard('?')
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveTextContent('Take next')
  await user.click(screen.getByLabelText('Shortcuts on'))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.keyboard('t')
  expect(run).toHaveBeenCalledTimes(1)
  localStorage.clear()
})

test('the focus steps over rows and stops at the ends', () => {
  render(<><a data-row-link href="/1">1</a><a data-row-link href="/2">2</a></>)
  stepFocus('[data-row-link]', 1)
  expect(screen.getByText('1')).toHaveFocus()
  stepFocus('[data-row-link]', 1)
  stepFocus('[data-row-link]', 1)
  expect(screen.getByText('2')).toHaveFocus()
})

test('a bar of acts keeps its height free below what is scrolled to', () => {
  const { unmount } = render(<ActionBar label="Decision"><button type="button">Pass</button></ActionBar>)
  expect(screen.getByRole('region', { name: 'Decision' })).toBeInTheDocument()
  expect(document.documentElement.style.scrollPaddingBottom).not.toBe('')
  unmount()
  expect(document.documentElement.style.scrollPaddingBottom).toBe('')
})
