import type { RequestView } from '@icp/contract'
import {
  blocking, covers, fieldAt, type FieldRow, fieldsOf, type FilingKind, type Finding, findingsFor, frozenReason, isMaskedField, type RegistrationContent, type RuleContext, whatChanged, withFieldAt,
} from '@icp/domain'

type Named = Pick<RequestView, 'fields'>

const isNamed = (request: Named, path: string): boolean => request.fields.some((field) => covers(field.path, path))

/** The fields that a correction under the request may touch, in the order of the forms. An answer may open further ones, such as another person. */
export const namedRows = (request: Named, kind: FilingKind, content: RegistrationContent): FieldRow[] =>
  fieldsOf(content).filter((row) => isNamed(request, row.path) && frozenReason(kind, row.path) === undefined)

/** The original with only those changes that the request names: whatever an input empties beside it stays as it was. */
export const withNamedChanges = (original: RegistrationContent, edited: RegistrationContent, request: Named): RegistrationContent =>
  whatChanged(original, edited).filter((change) => isNamed(request, change.path)).reduce((so, change) => withFieldAt(so, change.path, change.after), original)

/** The changes between `base` and `typed`, made to another state of the same filing. */
export const onto = (original: RegistrationContent, base: RegistrationContent, typed: RegistrationContent): RegistrationContent =>
  (original === base ? typed : whatChanged(base, typed).reduce((so, change) => withFieldAt(so, change.path, change.after), original))

/** What stands masked here and was not typed anew cannot be judged here: the API, which knows the value, does. */
export const judgeable = (original: RegistrationContent, edited: RegistrationContent, findings: readonly Finding[]): Finding[] =>
  findings.filter(({ path }) => !(isMaskedField(path) && String(fieldAt(original, path)).includes('*') && fieldAt(edited, path) === fieldAt(original, path)))

/** Blocking findings that the correction brings about in fields which the request does not name. */
export const findingsElsewhere = (kind: FilingKind, original: RegistrationContent, edited: RegistrationContent, request: Named, context: RuleContext): Finding[] => {
  const before = new Set(findingsFor(kind, original, context).map((finding) => `${finding.rule} ${finding.path}`))
  return blocking(findingsFor(kind, edited, context)).filter((finding) => !isNamed(request, finding.path) && !before.has(`${finding.rule} ${finding.path}`))
}
