import { appCategories } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { FieldGroup, type FieldWords } from '@icp/ui'
import { FoldedChoices } from './FoldedChoices.js'

interface CategoryChoiceProps extends FieldWords {
  readonly value: readonly string[]
  readonly onChange: (categories: string[]) => void
  readonly onBlur: () => void
}

const headings = [...new Map(appCategories.map(({ parent }) => [parent.id, parent])).values()]

/** The content of an app in its two levels: the second is ticked under the first. The answer keeps the order of the table. */
export function CategoryChoice({ value, onChange, onBlur, ...words }: CategoryChoiceProps) {
  const say = useSay()
  const put = (within: readonly string[], chosen: readonly string[]) =>
    onChange(appCategories.map(({ id }) => id).filter((id) => (within.includes(id) ? chosen : value).includes(id)))
  return (
    <FieldGroup {...words}>
      {headings.map((heading) => {
        const rows = appCategories.filter(({ parent }) => parent.id === heading.id)
        const ids = rows.map(({ id }) => id)
        return (
          <FoldedChoices
            key={heading.id} id={`${words.id}-${heading.id}`} title={say(heading)} value={value.filter((id) => ids.includes(id))} onBlur={onBlur}
            options={rows.map((row) => ({ value: row.id, text: say(row.name) }))} onChange={(chosen) => put(ids, chosen)}
          />
        )
      })}
    </FieldGroup>
  )
}
