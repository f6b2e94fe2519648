import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { cursorAt, pageAt, trailBack, trailForward } from './cursor-trail.js'

export interface PagerWords {
  /** Names the navigation, such as "Pages". */
  readonly label: string
  readonly previous: string
  readonly next: string
  /** Such as "Page 2". */
  readonly page: (page: number) => string
}

export interface PagerProps {
  readonly words: PagerWords
  /** Where the list is now; see cursor-trail. */
  readonly trail: string
  /** The cursor of the next page, null on the last. */
  readonly next: string | null
  readonly onChange: (trail: string) => void
}

/** Previous and next page. Nothing is drawn while everything is on one page. */
export function Pager({ words, trail, next, onChange }: PagerProps) {
  if (cursorAt(trail) === undefined && next === null) return null
  return (
    <Box component="nav" aria-label={words.label} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mb: 3 }}>
      <Button variant="outlined" disabled={trail === ''} onClick={() => onChange(trailBack(trail))}>{words.previous}</Button>
      <Box component="span" role="status">{words.page(pageAt(trail))}</Box>
      <Button variant="outlined" disabled={next === null} onClick={() => next !== null && onChange(trailForward(trail, next))}>{words.next}</Button>
    </Box>
  )
}
