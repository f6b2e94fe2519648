import { expect, test } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { TreeMenu } from './TreeMenu.js'
import type { TreeNode } from './tree-node.js'

const nodes: TreeNode[] = [
  { id: 'entry', label: 'Filing entry', children: [{ id: 'enter', label: 'Information entry', href: '/entry' }, { id: 'browse', label: 'Browsing', href: '/browse' }] },
  { id: 'account', label: 'Account', href: '/account' },
]

const draw = (currentId?: string) => {
  const opened: string[] = []
  render(<TreeMenu label="Menu" nodes={nodes} {...(currentId ? { currentId } : {})} onOpen={(node) => opened.push(node.id)} />)
  return opened
}

test('arrow keys open, enter, leave and close a group; Enter goes to the place', async () => {
  const opened = draw()
  await userEvent.tab()
  const group = screen.getByRole('treeitem', { name: 'Filing entry' })
  expect(group).toHaveFocus()
  expect(group).toHaveAttribute('aria-expanded', 'false')
  await userEvent.keyboard('{ArrowRight}')
  expect(group).toHaveAttribute('aria-expanded', 'true')
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('treeitem', { name: 'Information entry' })).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(opened).toEqual(['browse'])
  await userEvent.keyboard('{ArrowLeft}')
  expect(group).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(group).toHaveAttribute('aria-expanded', 'false')
})

test('Home, End and a first letter move; only one node is a Tab stop', async () => {
  draw('enter')
  await userEvent.tab()
  expect(screen.getByRole('treeitem', { name: 'Information entry' })).toHaveFocus()
  await userEvent.keyboard('{End}')
  expect(screen.getByRole('treeitem', { name: 'Account' })).toHaveFocus()
  await userEvent.keyboard('{Home}')
  expect(screen.getByRole('treeitem', { name: 'Filing entry' })).toHaveFocus()
  await userEvent.keyboard('b')
  expect(screen.getByRole('treeitem', { name: 'Browsing' })).toHaveFocus()
  expect(screen.getAllByRole('treeitem').filter((item) => item.tabIndex === 0)).toHaveLength(1)
})

test('the current page is marked and its group is open', () => {
  draw('browse')
  expect(screen.getByRole('treeitem', { name: 'Browsing' })).toHaveAttribute('aria-current', 'page')
  expect(screen.getByRole('treeitem', { name: 'Browsing' })).toHaveAttribute('aria-level', '2')
})

test('a click opens a group, Enter on it closes it again', async () => {
  draw()
  const group = screen.getByRole('treeitem', { name: 'Filing entry' })
  await userEvent.click(group)
  expect(screen.getByRole('treeitem', { name: 'Browsing' })).toBeInTheDocument()
  act(() => group.focus())
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('treeitem', { name: 'Browsing' })).not.toBeInTheDocument()
})
