import type { FieldChange as FieldChangeView } from '@icp/contract'
import { displayFieldValue, type FieldChange, fieldLabel, type FilingContent, isMaskedField, maskField, type Names, personalKindAt } from '@icp/domain'

/** A whole website or access that came or went, by what people call it. */
const nameOf = (value: unknown): string => {
  const part = value as { name?: string; domain?: string; providerName?: string; packageName?: string } | null
  return typeof part === 'object' ? part?.name || part?.domain || part?.providerName || part?.packageName || '' : ''
}

/** A value in one text: codes by their names, in both languages where they differ; numbers, phones and mail masked as everywhere. */
const shown = (path: string, value: unknown, names: Names): string => {
  const kind = personalKindAt(path)
  if (kind && isMaskedField(path)) return maskField(kind, String(value ?? ''))
  const [zh, en] = [displayFieldValue(path, value, 'zh', names), displayFieldValue(path, value, 'en', names)]
  return (zh === en ? zh : `${zh} / ${en}`) || nameOf(value)
}

/** Changed fields as screens show them, named as in `content`. */
export const changesShown = (changes: readonly FieldChange[], content: FilingContent, names: Names): FieldChangeView[] =>
  changes.map(({ path, before, after }) => ({ path, label: fieldLabel(path, content), before: shown(path, before, names), after: shown(path, after, names) }))
