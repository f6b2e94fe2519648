import { Category } from '@icp/domain'
import { LabelledSelect } from '@icp/ui'
import { useShellText } from '../language/use-text.js'

export interface CategoryFieldProps {
  readonly id: string
  readonly value: Category
  readonly onChange: (category: Category) => void
}

/** The report categories in the order of the domain. */
export function CategoryField({ id, value, onChange }: CategoryFieldProps) {
  const t = useShellText()
  return (
    <LabelledSelect
      id={id} label={t('logOn.category')} hint={t('logOn.categoryHint')} value={value} onChange={(chosen) => onChange(Category.parse(chosen))}
      options={Category.options.map((category) => ({ value: category, text: t(`categories.${category}`) }))}
    />
  )
}
