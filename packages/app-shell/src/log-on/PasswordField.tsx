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
}

/** The password of an existing account. Pasting and password managers work; it can be looked at before it is sent. */
export function PasswordField({ id, value, onChange, error }: PasswordFieldProps) {
  const t = useShellText()
  const [shown, setShown] = useState(false)
  return (
    <LabelledText
      id={id} label={t('logOn.password')} required type={shown ? 'text' : 'password'} value={value} onChange={onChange} {...(error ? { error } : {})}
      autoComplete="current-password" spellCheck={false} maxLength={256} name="password"
      end={(
        <IconButton title={t(shown ? 'logOn.hidePassword' : 'logOn.showPassword')} aria-pressed={shown} edge="end" onClick={() => setShown(!shown)}>
          {shown ? <HideIcon /> : <ShowIcon />}
        </IconButton>
      )}
    />
  )
}
