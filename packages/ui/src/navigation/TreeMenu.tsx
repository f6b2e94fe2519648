import Box from '@mui/material/Box'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { TreeItem } from './TreeItem.js'
import { groupsAbove, type TreeNode, type VisibleNode, visibleNodes } from './tree-node.js'

export interface TreeMenuProps {
  /** Names the tree, such as "Menu". */
  readonly label: string
  readonly nodes: readonly TreeNode[]
  /** The node of the page that is shown; the groups above it are open. */
  readonly currentId?: string
  /** Called instead of following the link, so that a router can take over. */
  readonly onOpen: (node: TreeNode) => void
}

/**
 * A tree of links after the WAI-ARIA tree pattern: one Tab stop; arrow keys move, open and close; Home, End; a letter goes to the next node
 * that begins with it; Enter goes to the place, or opens and closes a group.
 */
export function TreeMenu({ label, nodes, currentId, onOpen }: TreeMenuProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(groupsAbove(nodes, currentId)))
  const [focused, setFocused] = useState<string | undefined>(currentId)
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    setOpen((before) => new Set([...before, ...groupsAbove(nodes, currentId)]))
    if (currentId) setFocused(currentId)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a change of page opens groups; an equal list drawn anew must not reopen what was closed
  }, [currentId])

  const shown = visibleNodes(nodes, open)
  const tabStop = shown.some(({ node }) => node.id === focused) ? focused : shown[0]?.node.id

  const toggle = (id: string, opening = !open.has(id)) =>
    setOpen((before) => {
      const after = new Set(before)
      if (opening) after.add(id)
      else after.delete(id)
      return after
    })
  const focusOn = (target: VisibleNode | undefined) => {
    if (!target) return
    setFocused(target.node.id)
    list.current?.querySelector<HTMLElement>(`[data-node="${target.node.id}"]`)?.focus()
  }
  const activate = (node: TreeNode) => {
    if (node.children) toggle(node.id)
    if (node.href) onOpen(node)
  }

  const onKeyDown = (event: KeyboardEvent, node: TreeNode, parent: TreeNode | null) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = shown.findIndex((each) => each.node.id === node.id)
    const isOpen = open.has(node.id)
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusOn(shown[at + 1]),
      ArrowUp: () => focusOn(shown[at - 1]),
      Home: () => focusOn(shown[0]),
      End: () => focusOn(shown.at(-1)),
      ArrowRight: () => (node.children && !isOpen ? toggle(node.id, true) : node.children ? focusOn(shown[at + 1]) : undefined),
      ArrowLeft: () => (node.children && isOpen ? toggle(node.id, false) : focusOn(shown.find((each) => each.node.id === parent?.id))),
      Enter: () => activate(node),
      ' ': () => activate(node),
    }
    const move = moves[event.key] ?? (event.key.length === 1
      ? () => focusOn([...shown.slice(at + 1), ...shown.slice(0, at)].find((each) => each.node.label.toLowerCase().startsWith(event.key.toLowerCase())))
      : undefined)
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  return (
    <Box component="ul" role="tree" aria-label={label} ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {nodes.map((node) => (
        <TreeItem
          key={node.id} node={node} parent={null} level={1} open={open} currentId={currentId} tabStop={tabStop}
          onKeyDown={onKeyDown} onActivate={activate} onFocus={setFocused}
        />
      ))}
    </Box>
  )
}
