import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/CheckCircleOutlined'
import CircleIcon from '@mui/icons-material/RadioButtonUncheckedOutlined'
import ProgressIcon from '@mui/icons-material/TimelapseOutlined'
import WarnIcon from '@mui/icons-material/WarningAmberOutlined'
import type { Tone } from '../theme/palette.js'

/** A different shape for each tone: readable without colour. */
export const toneIcon: Record<Tone, typeof CheckIcon> = { neutral: CircleIcon, progress: ProgressIcon, good: CheckIcon, warn: WarnIcon, bad: CancelIcon }
