import { type FilingContent, type SummaryGroup, summaryOf } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { FieldGroup, type FieldWords, LabelledChoices, visuallyHidden } from '@icp/ui'
import Box from '@mui/material/Box'
import { formWords } from './words.js'

const flat = (groups: readonly SummaryGroup[]): SummaryGroup[] => groups.flatMap((group) => [group, ...flat(group.groups)])

interface FieldChoiceProps extends FieldWords {
  readonly content: FilingContent
  /** Paths of the fields to choose from. */
  readonly offered: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (paths: readonly string[]) => void
}

/** Some fields of a filing to choose from, part by part; parts with a ticked field, and the first, stand open. */
export function FieldChoice({ content, offered, value, onChange, ...words }: FieldChoiceProps) {
  const say = useSay()
  const groups = flat(summaryOf(content))
    .map((group) => ({ ...group, rows: group.rows.filter((row) => offered.includes(row.path)) }))
    .filter((group) => group.rows.length > 0)
  return (
    <Box sx={{ mb: 2 }}><FieldGroup {...words}>
      {groups.map((group, index) => {
        const paths = group.rows.map((row) => row.path)
        const chosen = paths.filter((path) => value.includes(path))
        return (
          <Box
            key={group.path} component="details" open={index === 0 || chosen.length > 0 || undefined}
            sx={{ border: 1, borderColor: 'divider', borderRadius: 1, mb: 1, px: 1.5, py: 0.5, '& fieldset > legend': visuallyHidden }}
          >
            <Box component="summary" sx={{ py: 1, cursor: 'pointer', fontWeight: 600 }}>
              {say(group.title)}{chosen.length > 0 && ` · ${say(formWords.chosen).replace('{n}', String(chosen.length))}`}
            </Box>
            <LabelledChoices
              id={`${words.id}-${group.path.replaceAll('.', '-')}`} label={say(group.title)} value={chosen}
              options={group.rows.map((row) => ({ value: row.path, text: say(row.label) }))}
              onChange={(own) => onChange([...value.filter((path) => !paths.includes(path)), ...own])}
            />
          </Box>
        )
      })}
    </FieldGroup></Box>
  )
}
