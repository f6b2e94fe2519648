import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { type MouseEvent, useEffect, useId, useRef } from 'react'

export interface ErrorItem {
  /** The id of the input or group to go to; '' for a problem that belongs to no field. */
  readonly fieldId: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly title: string
  /** Nothing is shown, and no focus taken, while it is empty. */
  readonly items: readonly ErrorItem[]
}

const goTo = (fieldId: string) => (event: MouseEvent) => {
  const field = document.getElementById(fieldId)
  if (!field) return
  event.preventDefault()
  field.scrollIntoView?.({ block: 'center' })
  field.focus()
}

/**
 * The list of everything that is wrong, at the top of main and above the h1. Takes focus whenever it is given a new list, so that a failed
 * submit is heard and seen. Give the same `items` array while the list is the same.
 */
export function ErrorSummary({ title, items }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (items.length > 0) box.current?.focus()
  }, [items])
  if (items.length === 0) return null
  return (
    <Box
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      sx={{ border: 2, borderColor: 'error.main', borderRadius: 1, bgcolor: 'background.paper', p: { xs: 2, sm: 3 }, mb: 3, maxWidth: 760, scrollMarginTop: 96 }}
    >
      <Typography variant="h2" id={titleId} sx={{ mb: 1 }}>{title}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {items.map((item, index) => (
          <li key={`${item.fieldId}-${index}`}>
            {item.fieldId
              ? <Link href={`#${item.fieldId}`} onClick={goTo(item.fieldId)} sx={{ color: 'error.main', fontWeight: 600, display: 'inline-block', py: 0.25 }}>{item.text}</Link>
              : <Typography sx={{ fontWeight: 600, color: 'error.main' }}>{item.text}</Typography>}
          </li>
        ))}
      </Box>
    </Box>
  )
}
