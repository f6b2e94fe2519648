import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import { Field, type FieldWords, inputProps } from './Field.js'

export interface SelectOption {
  readonly value: string
  readonly text: string
  readonly disabled?: boolean
}

export interface LabelledSelectProps extends FieldWords {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly options: readonly SelectOption[]
  /** First entry with the value '', such as "Choose one"; left out when every value is a choice. */
  readonly emptyText?: string
  readonly name?: string
  readonly autoComplete?: string
}

/** The platform's own drop-down: works by key, by voice and on phones without our help. */
export function LabelledSelect(props: LabelledSelectProps) {
  const { value, onChange, onBlur, options, emptyText, disabled } = props
  return (
    <Field {...props}>
      <NativeSelect
        value={value}
        {...(disabled ? { disabled } : {})}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => onBlur?.()}
        input={<OutlinedInput />}
        inputProps={{ ...inputProps(props), ...(props.name ? { name: props.name } : {}), ...(props.autoComplete ? { autoComplete: props.autoComplete } : {}) }}
      >
        {emptyText !== undefined && <option value="">{emptyText}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>{option.text}</option>
        ))}
      </NativeSelect>
    </Field>
  )
}
