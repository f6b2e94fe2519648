import FormControl from '@mui/material/FormControl'
import FormLabel from '@mui/material/FormLabel'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { FieldError } from './FieldError.js'
import { RequiredMark } from './RequiredMark.js'

/** What every labelled field is told. `hint` stands under the label, `error` under the hint; both belong to the input's description. */
export interface FieldWords {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string
  readonly required?: boolean
  readonly disabled?: boolean
}

/** The ids that a description consists of, or nothing. */
export const descriptionOf = ({ id, hint, error }: Pick<FieldWords, 'id' | 'hint' | 'error'>): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

/** What an input spreads to belong to its Field. */
export const inputProps = (words: FieldWords) => ({
  id: words.id,
  'aria-describedby': descriptionOf(words),
  'aria-invalid': words.error ? (true as const) : undefined,
  'aria-required': words.required ? (true as const) : undefined,
})

/** Label above, hint under it, error under the hint, then the control given as children, which must carry `inputProps`. */
export function Field({ id, label, hint, error, required, disabled, children }: FieldWords & { readonly children: ReactNode }) {
  return (
    <FormControl fullWidth error={Boolean(error)} {...(disabled ? { disabled } : {})} sx={{ maxWidth: 640, scrollMarginTop: 96 }}>
      <FormLabel htmlFor={id} sx={{ color: 'text.primary', fontWeight: 600, mb: 0.5, '&.Mui-focused, &.Mui-error, &.Mui-disabled': { color: 'text.primary' } }}>
        {label}
        {required && <RequiredMark />}
      </FormLabel>
      {hint && <Typography id={`${id}-hint`} component="div" variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>{hint}</Typography>}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {children}
    </FormControl>
  )
}
