import CloudIcon from '@mui/icons-material/CloudDoneOutlined'
import SyncIcon from '@mui/icons-material/SyncOutlined'
import WarnIcon from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'

export interface SaveMarkProps {
  readonly state: 'saved' | 'saving' | 'failed' | 'idle'
  /** Such as "Saved 14:02"; '' draws nothing but keeps the live region. */
  readonly text: string
}

const icons = { saved: CloudIcon, saving: SyncIcon, failed: WarnIcon, idle: CloudIcon }

/** Whether what was typed is safe. Announced when it changes. */
export function SaveMark({ state, text }: SaveMarkProps) {
  const Icon = icons[state]
  return (
    <Box role="status" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', minHeight: 24, fontSize: '.9rem', color: state === 'failed' ? 'error.main' : 'text.secondary' }}>
      {text && <Icon aria-hidden="true" sx={{ fontSize: '1.15rem' }} />}
      {text}
    </Box>
  )
}
