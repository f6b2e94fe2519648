import { LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'

export interface SearchField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'date'
  readonly error?: string
}

type Values = Readonly<Record<string, string | undefined>>

interface SearchFieldsProps {
  readonly fields: readonly SearchField[]
  /** What the address says. */
  readonly values: Values
  readonly words: { readonly go: string; readonly clear: string }
  readonly onSearch: (values: Values) => void
}

/** Several fields of a search; what was typed counts once it is asked for. */
export function SearchFields({ fields, values, words, onSearch }: SearchFieldsProps) {
  const [typed, setTyped] = useState(values)
  const given = fields.map(({ name }) => values[name] ?? '').join('\n')
  // oxlint-disable-next-line react/exhaustive-deps -- the values as such are a new object each time
  useEffect(() => setTyped(values), [given])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(Object.fromEntries(fields.map(({ name }) => [name, typed[name]?.trim() || undefined])))
  }
  return (
    <Box component="form" role="search" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 2, alignItems: 'flex-end', flexWrap: 'wrap', mb: 3 }}>
      {fields.map(({ name, label, hint, type, error }) => (
        <Box key={name} sx={{ flex: type === 'date' ? '1 1 140px' : '1 1 180px', maxWidth: { sm: type === 'date' ? 190 : 320 } }}>
          <LabelledText
            id={`search-${name}`} label={label} value={typed[name] ?? ''} onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))} maxLength={100} spellCheck={false}
            autoComplete="off" {...(hint ? { hint } : {})} {...(type ? { type } : {})} {...(error ? { error } : {})}
          />
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 1.5, flexBasis: '100%' }}>
        <Button type="submit" variant="contained">{words.go}</Button>
        {given.trim() !== '' && <Button variant="text" onClick={() => onSearch({})}>{words.clear}</Button>}
      </Box>
    </Box>
  )
}
