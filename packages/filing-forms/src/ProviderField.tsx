import type { ProviderFound } from '@icp/contract'
import { LabelledText, type FieldWords } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useSay } from '@icp/filing-views'
import { ProviderQueryWindow } from './ProviderQueryWindow.js'
import { formWords } from './words.js'

interface ProviderFieldProps extends FieldWords {
  /** The chosen provider's name; never typed, always chosen. */
  readonly name: string
  readonly chosenId: string
  readonly onChoose: (provider: Pick<ProviderFound, 'id' | 'name'>) => void
}

/** The name of the provider, read-only, with the button that opens the query window. */
export function ProviderField({ name, chosenId, onChoose, ...words }: ProviderFieldProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap', maxWidth: 640 }}>
      <Box sx={{ flex: '1 1 260px' }}>
        <LabelledText {...words} value={name} onChange={() => {}} readOnly />
      </Box>
      <Button variant="outlined" size="large" disabled={Boolean(words.disabled)} onClick={() => setOpen(true)}>{say(formWords.query)}</Button>
      {open && (
        <ProviderQueryWindow
          chosenId={chosenId}
          onCancel={() => setOpen(false)}
          onChoose={(provider) => {
            onChoose(provider)
            setOpen(false)
          }}
        />
      )}
    </Box>
  )
}
