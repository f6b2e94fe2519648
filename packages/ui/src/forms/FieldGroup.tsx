import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { descriptionOf, type FieldWords } from './Field.js'
import { FieldError } from './FieldError.js'
import { RequiredMark } from './RequiredMark.js'

/** Several inputs under one legend: choices, radios, or fields that belong together. The group's own id takes focus from an error summary. */
export function FieldGroup({ id, label, hint, error, required, children, role = 'group' }: FieldWords & { readonly role?: 'group' | 'radiogroup'; readonly children: ReactNode }) {
  return (
    <Box
      component="fieldset"
      id={id}
      role={role}
      tabIndex={-1}
      aria-labelledby={`${id}-legend`}
      aria-describedby={descriptionOf({ id, hint, error })}
      {...(role === 'radiogroup' ? { 'aria-required': required ? true : undefined, 'aria-invalid': error ? true : undefined } : {})}
      sx={{ border: 0, p: 0, m: 0, minWidth: 0, maxWidth: 640, scrollMarginTop: 96 }}
    >
      <Box component="legend" id={`${id}-legend`} sx={{ p: 0, mb: 0.5, fontWeight: 600 }}>
        {label}
        {required && <RequiredMark />}
      </Box>
      {hint && <Typography id={`${id}-hint`} component="div" variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>{hint}</Typography>}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {children}
    </Box>
  )
}
