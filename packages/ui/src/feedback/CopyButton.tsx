import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { visuallyHidden } from '../theme/visually-hidden.js'

export interface CopyButtonProps {
  readonly value: string
  readonly label: string
  /** Shown and announced for four seconds after copying. */
  readonly copiedText: string
  /** Shown and announced when the browser does not allow it. */
  readonly failedText: string
}

export function CopyButton({ value, label, copiedText, failedText }: CopyButtonProps) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!said) return undefined
    const timer = setTimeout(() => setSaid(''), 4000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () => {
    // Without a secure origin there is no clipboard object at all.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))
    written.then(() => setSaid(copiedText), () => setSaid(failedText))
  }
  return (
    <>
      <Button variant="outlined" size="small" startIcon={<CopyIcon />} onClick={copy}>{label}</Button>
      <Box component="span" role="status" sx={said ? { ml: 1, fontSize: '.9rem', color: 'text.secondary' } : visuallyHidden}>{said}</Box>
    </>
  )
}
