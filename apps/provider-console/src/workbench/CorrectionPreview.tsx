import { useLanguage, useSay } from '@icp/app-shell'
import { displayFieldValue, fieldLabel, type RegistrationContent, whatChanged } from '@icp/domain'
import { useNames } from '@icp/filing-views'
import { DiffRows, EmptyState } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** What the correction would change, before it is saved. */
export function CorrectionPreview({ before, after }: { readonly before: RegistrationContent; readonly after: RegistrationContent }) {
  const t = useConsoleText()
  const say = useSay()
  const language = useLanguage().language === 'en' ? 'en' : 'zh'
  const names = useNames()
  const changes = whatChanged(before, after)
  if (changes.length === 0) return <EmptyState text={t('workbench.correct.previewNone')} />
  const shown = (path: string, value: unknown) => displayFieldValue(path, value, language, names)
  return (
    <DiffRows
      caption={t('workbench.correct.preview')} emptyText={t('workbench.correct.empty')}
      headings={{ label: t('workbench.correct.field'), before: t('workbench.correct.before'), after: t('workbench.correct.after') }}
      rows={changes.map(({ path, before: was, after: is }) => ({ label: say(fieldLabel(path, after)), before: shown(path, was), after: shown(path, is) }))}
    />
  )
}
