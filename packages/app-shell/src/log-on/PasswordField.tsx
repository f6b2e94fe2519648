import HideIcon from '@mui/icons-material/VisibilityOffOutlined'
import ShowIcon from '@mui/icons-material/VisibilityOutlined'
import { LabelledText } from '@icp/ui'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'

export interface PasswordFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
  /** `Password` by default. */
  readonly label?: string
  readonly hint?: string
  /** One that is being chosen: the browser offers to make one instead of filling in the old. */
  readonly isNew?: boolean
}

/** A password: by default that of an existing account. Pasting and password managers work; it can be looked at before it is sent. */
export function PasswordField({ id, value, onChange, error, label, hint, isNew = false }: PasswordFieldProps) {
  const t = useShellText()
  const [shown, setShown] = useState(false)
  return (
    <LabelledText
      id={id} label={label ?? t('logOn.password')} {...(hint ? { hint } : {})} required type={shown ? 'text' : 'password'} value={value} onChange={onChange} {...(error ? { error } : {})}
      autoComplete={isNew ? 'new-password' : 'current-password'} spellCheck={false} maxLength={1024} name={isNew ? 'new-password' : 'password'}
      end={(
        <IconButton title={t(shown ? 'logOn.hidePassword' : 'logOn.showPassword')} aria-pressed={shown} edge="end" onClick={() => setShown(!shown)}>
          {shown ? <HideIcon /> : <ShowIcon />}
        </IconButton>
      )}
    />
  )
}
