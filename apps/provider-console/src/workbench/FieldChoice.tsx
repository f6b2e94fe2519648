import { useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { FieldGroup, LabelledChoices, visuallyHidden } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'
import { correctableGroups } from './field-groups.js'

interface FieldChoiceProps {
  readonly filing: FilingView
  readonly value: readonly string[]
  readonly onChange: (paths: readonly string[]) => void
  readonly error?: string
}

/** The correctable fields, part by part; parts with a ticked field, and the first, stand open. */
export function FieldChoice({ filing, value, onChange, error }: FieldChoiceProps) {
  const t = useConsoleText()
  const say = useSay()
  const groups = correctableGroups(filing)
  return (
    <FieldGroup id="request-fields" label={t('workbench.request.fields')} required {...(error ? { error } : {})}>
      {groups.map((group, index) => {
        const paths = group.rows.map((row) => row.path)
        const chosen = paths.filter((path) => value.includes(path))
        return (
          <Box key={group.path} component="details" open={index === 0 || chosen.length > 0 || undefined} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, mb: 1, px: 1.5, py: 0.5, '& fieldset > legend': visuallyHidden }}>
            <Box component="summary" sx={{ py: 1, cursor: 'pointer', fontWeight: 600 }}>
              {say(group.title)}{chosen.length > 0 && ` · ${t('workbench.request.chosen', { count: chosen.length })}`}
            </Box>
            <LabelledChoices
              id={`request-${group.path.replaceAll('.', '-')}`} label={say(group.title)} value={chosen}
              options={group.rows.map((row) => ({ value: row.path, text: say(row.label) }))}
              onChange={(own) => onChange([...value.filter((path) => !paths.includes(path)), ...own])}
            />
          </Box>
        )
      })}
    </FieldGroup>
  )
}
