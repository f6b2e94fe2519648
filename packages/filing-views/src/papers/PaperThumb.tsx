import { useBytes } from '@icp/client'
import type { Paper } from '@icp/contract'
import { useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { ownPurpose } from '../reveal/purposes.js'
import { filled } from '../words.js'
import { useObjectUrl } from './use-object-url.js'
import { paperWords } from './words.js'

interface PaperThumbProps {
  readonly filingId: string
  readonly paper: Paper
  readonly name: string
  /** For its owner. Otherwise the picture is fetched when it is opened, and not before: to fetch it is to look at it. */
  readonly atOnce: boolean
  readonly onOpen: () => void
}

/** A picture in small, which opens it. */
export function PaperThumb({ filingId, paper, name, atOnce, onOpen }: PaperThumbProps) {
  const say = useSay()
  const { data } = useBytes('getPaper', { params: { id: filingId, paperId: paper.id }, body: ownPurpose }, { enabled: atOnce })
  const address = useObjectUrl(data)
  return (
    <ButtonBase
      aria-label={filled(say(paperWords.openOf), { picture: name })} onClick={onOpen}
      sx={{ width: 104, height: 78, flex: 'none', border: 1, borderColor: 'text.secondary', borderRadius: 1, overflow: 'hidden', bgcolor: 'background.default', fontSize: '.94rem', fontWeight: 600, color: 'primary.main', '&:focus-visible': { outline: 3, outlineOffset: 2 } }}
    >
      {address ? <Box component="img" src={address} alt="" sx={{ width: '100%', height: '100%', objectFit: 'contain' }} /> : say(paperWords.open)}
    </ButtonBase>
  )
}
