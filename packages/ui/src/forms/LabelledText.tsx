import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { HTMLAttributes, ReactNode, Ref } from 'react'
import { Field, type FieldWords, inputProps } from './Field.js'

export interface LabelledTextProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'search' | 'url' | 'date' | 'number'
  readonly name?: string
  readonly autoComplete?: string
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Longest value in UTF-16 units. */
  readonly maxLength?: number
  readonly multiline?: boolean
  /** Rows of a multiline field, 4 by default. */
  readonly rows?: number
  readonly readOnly?: boolean
  readonly spellCheck?: boolean
  /** Language of the value, where it differs from the page. */
  readonly lang?: string
  /** Something inside the box at its end, such as a show button. */
  readonly end?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement>
  /** Width of the box in characters, for values of a known length. */
  readonly characters?: number
}

/** A text box. Pasting is never prevented. */
export function LabelledText(props: LabelledTextProps) {
  const { value, onChange, onBlur, type = 'text', multiline = false, rows = 4, end, characters, inputRef, ...more } = props
  return (
    <Field {...props}>
      <OutlinedInput
        type={type}
        value={value}
        multiline={multiline}
        {...(multiline ? { minRows: rows } : {})}
        {...(more.disabled ? { disabled: true } : {})}
        {...(more.name ? { name: more.name } : {})}
        {...(more.readOnly ? { readOnly: true } : {})}
        {...(more.autoComplete ? { autoComplete: more.autoComplete } : {})}
        {...(inputRef ? { inputRef } : {})}
        {...(end ? { endAdornment: <InputAdornment position="end">{end}</InputAdornment> } : {})}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onBlur?.()}
        inputProps={{ ...inputProps(props), inputMode: more.inputMode, maxLength: more.maxLength, spellCheck: more.spellCheck, lang: more.lang }}
        sx={characters ? { maxWidth: `calc(${characters}ch + 64px)` } : {}}
      />
    </Field>
  )
}
