import ChevronIcon from '@mui/icons-material/ChevronRightOutlined'
import Box from '@mui/material/Box'
import type { KeyboardEvent, MouseEvent } from 'react'
import { ink, vermilion } from '../theme/palette.js'
import type { TreeNode } from './tree-node.js'

export interface TreeItemProps {
  readonly node: TreeNode
  readonly parent: TreeNode | null
  readonly level: number
  readonly open: ReadonlySet<string>
  readonly currentId: string | undefined
  /** The one node that the Tab key reaches. */
  readonly tabStop: string | undefined
  readonly onKeyDown: (event: KeyboardEvent, node: TreeNode, parent: TreeNode | null) => void
  readonly onActivate: (node: TreeNode) => void
  readonly onFocus: (id: string) => void
}

const wantsOwnTab = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0

/** A node and, while it is open, the nodes below it. */
export function TreeItem(props: TreeItemProps) {
  const { node, parent, level, open, currentId, tabStop, onKeyDown, onActivate, onFocus } = props
  const isOpen = open.has(node.id)
  const isCurrent = node.id === currentId
  const groupId = `tree-${node.id}`
  return (
    <Box component="li" role="none">
      <Box
        component="a"
        {...(node.href ? { href: node.href } : {})}
        role="treeitem"
        data-node={node.id}
        tabIndex={node.id === tabStop ? 0 : -1}
        aria-level={level}
        aria-expanded={node.children ? isOpen : undefined}
        aria-owns={node.children && isOpen ? groupId : undefined}
        // What an item owns would otherwise become part of its name.
        aria-labelledby={node.count ? `${groupId}-label ${groupId}-count` : `${groupId}-label`}
        aria-current={isCurrent ? 'page' : undefined}
        onKeyDown={(event) => onKeyDown(event, node, parent)}
        onFocus={() => onFocus(node.id)}
        onClick={(event) => {
          if (node.href && wantsOwnTab(event)) return
          event.preventDefault()
          onActivate(node)
        }}
        sx={{
          display: 'flex', alignItems: 'center', gap: 1, minHeight: 44, pl: 1.5 + (level - 1) * 2, pr: 1.5, py: 0.75, cursor: 'pointer', borderRadius: '4px',
          color: isCurrent ? 'primary.dark' : 'text.primary', fontWeight: isCurrent ? 700 : level === 1 ? 600 : 400, textDecoration: 'none',
          bgcolor: isCurrent ? ink.wash : 'transparent', boxShadow: isCurrent ? `inset 4px 0 0 ${vermilion.main}` : 'none',
          '&:hover': { bgcolor: ink.wash }, '&:focus-visible': { outlineOffset: '-2px' },
        }}
      >
        <Box component="span" id={`${groupId}-label`} sx={{ flex: 1, minWidth: 0 }}>{node.label}</Box>
        {node.count && node.count.value > 0 && (
          <Box component="span" id={`${groupId}-count`} aria-label={`${node.count.value} ${node.count.label}`} role="img" sx={{ bgcolor: 'secondary.main', color: '#fff', borderRadius: 8, px: 0.9, fontSize: '.8rem', fontWeight: 700, lineHeight: 1.6 }}>
            {node.count.value}
          </Box>
        )}
        {node.children && <ChevronIcon aria-hidden="true" sx={{ fontSize: 20, color: 'text.secondary', transform: isOpen ? 'rotate(90deg)' : 'none' }} />}
      </Box>
      {node.children && isOpen && (
        <Box component="ul" role="group" id={groupId} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {node.children.map((child) => <TreeItem key={child.id} {...props} node={child} parent={node} level={level + 1} />)}
        </Box>
      )}
    </Box>
  )
}
