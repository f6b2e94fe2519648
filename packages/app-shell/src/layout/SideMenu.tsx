import CloseIcon from '@mui/icons-material/CloseOutlined'
import type { Me } from '@icp/contract'
import { TreeMenu, type TreeNode, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'
import { nodeAt, treeFor } from './menu-node.js'

export interface SideMenuProps {
  readonly me: Me
  readonly open: boolean
  readonly onClose: () => void
}

/** The tree on the left; under 900 px a drawer with the same tree. */
export function SideMenu({ me, open, onClose }: SideMenuProps) {
  const t = useShellText()
  const say = useSay()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { menu } = useSettings()
  const narrow = useMediaQuery('(max-width:899.95px)')
  const nodes = useMemo(() => treeFor(menu, me, say), [menu, me, say])
  const current = nodeAt(nodes, pathname)
  const go = (node: TreeNode) => {
    onClose()
    if (node.href) void navigate({ to: node.href })
  }
  const tree = <TreeMenu label={t('menu.title')} nodes={nodes} {...(current ? { currentId: current.id } : {})} onOpen={go} />
  if (!narrow) {
    return (
      <Box component="nav" className="no-print" aria-label={t('menu.title')} sx={{ width: 264, flex: 'none', p: 2, borderInlineEnd: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
        <Box sx={{ position: 'sticky', top: 16 }}>{tree}</Box>
      </Box>
    )
  }
  return (
    <Drawer open={open} onClose={onClose} slotProps={{ paper: { 'aria-label': t('menu.title'), role: 'dialog', 'aria-modal': true, sx: { width: 300, maxWidth: '88vw', p: 2 } } as object }}>
      <IconButton aria-label={t('menu.close')} onClick={onClose} sx={{ alignSelf: 'flex-end' }}><CloseIcon /></IconButton>
      <Box component="nav" aria-label={t('menu.title')}>{tree}</Box>
    </Drawer>
  )
}
