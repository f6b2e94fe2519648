import { type FilingContent, type SummaryGroup, summaryOf } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { FieldGroup, type FieldWords } from '@icp/ui'
import Box from '@mui/material/Box'
import { FoldedChoices } from './FoldedChoices.js'

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
          <FoldedChoices
            key={group.path} id={`${words.id}-${group.path.replaceAll('.', '-')}`} title={say(group.title)} open={index === 0} value={chosen}
            options={group.rows.map((row) => ({ value: row.path, text: say(row.label) }))}
            onChange={(own) => onChange([...value.filter((path) => !paths.includes(path)), ...own])}
          />
        )
      })}
    </FieldGroup></Box>
  )
}
