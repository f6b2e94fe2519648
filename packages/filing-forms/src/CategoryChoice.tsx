import { categoryLevels, type CodeRow } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { FieldGroup, type FieldWords } from '@icp/ui'
import { FoldedChoices } from './FoldedChoices.js'

interface CategoryChoiceProps extends FieldWords {
  /** The categories that may be ticked. */
  readonly offered: readonly CodeRow[]
  readonly value: readonly string[]
  readonly onChange: (categories: string[]) => void
  readonly onBlur: () => void
}

/** The content of an app in its two levels: the second is ticked under the first. The answer keeps the order of the table. */
export function CategoryChoice({ offered, value, onChange, onBlur, ...words }: CategoryChoiceProps) {
  const say = useSay()
  const put = (within: readonly string[], chosen: readonly string[]) =>
    onChange(offered.map(({ id }) => id).filter((id) => (within.includes(id) ? chosen : value).includes(id)))
  const levels = offered.map((row) => ({ id: row.id, ...(categoryLevels(row) ?? { heading: row, name: row }) }))
  const headings = [...new Map(levels.map(({ heading }) => [heading.zh, heading])).values()]
  return (
    <FieldGroup {...words}>
      {headings.map((heading) => {
        const rows = levels.filter((row) => row.heading.zh === heading.zh)
        const ids = rows.map(({ id }) => id)
        return (
          <FoldedChoices
            key={heading.zh} id={`${words.id}-${rows[0]?.id}`} title={say(heading)} value={value.filter((id) => ids.includes(id))} onBlur={onBlur}
            options={rows.map((row) => ({ value: row.id, text: say(row.name) }))} onChange={(chosen) => put(ids, chosen)}
          />
        )
      })}
    </FieldGroup>
  )
}
