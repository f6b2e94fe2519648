import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { MouseEvent } from 'react'

export interface ContentsEntry {
  readonly id: string
  readonly title: string
  readonly count?: number
}

const goTo = (id: string) => (event: MouseEvent) => {
  const part = document.getElementById(id)
  if (!part) return
  event.preventDefault()
  part.scrollIntoView?.({ block: 'start' })
  part.focus()
}

/** The parts of a long page, with how much is in each. */
export const PageContents = ({ label, entries }: { readonly label: string; readonly entries: readonly ContentsEntry[] }) => (
  <Box component="nav" aria-label={label} className="no-print" sx={{ mb: 3 }}>
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
      {entries.map(({ id, title, count }) => (
        <li key={id}><Link href={`#${id}`} onClick={goTo(id)} sx={{ display: 'inline-block', py: 0.5 }}>{title}{count === undefined ? '' : ` (${count})`}</Link></li>
      ))}
    </Box>
  </Box>
)
