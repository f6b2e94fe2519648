import { entryScope, type FilingKind, formOf } from '@icp/domain'
import { paths } from '../paths.js'

export type EntryStep = 'subject' | 'websites' | 'summary'

export const stepPaths = { subject: paths.entrySubject, websites: paths.entryWebsites, summary: paths.entrySummary } as const satisfies Record<EntryStep, string>

/** How the address names a draft. A first filing is found without: there is one at a time. */
export const draftSearch = ({ id, kind }: { readonly id: string; readonly kind: FilingKind }): { readonly draft?: string } => (kind === 'new-subject' ? {} : { draft: id })

/** Where a filing that is entered on one page begins: a cancellation, or a move. */
export const onePagePathOf = (kind: FilingKind): string =>
  kind === 'migrate-service' ? paths.moveWebsite : kind === 'cancel-subject' ? paths.cancelSubject : kind === 'cancel-access' ? paths.cancelAccess : paths.cancelWebsite

/** Where the entry of a kind begins. */
export const firstStepPath = (kind: FilingKind): string => stepPaths[entryScope(kind).subject ? 'subject' : 'websites']

/** Where a draft goes on. A first filing resumes at the step where it was left. */
export const draftPath = (draft: { readonly id: string; readonly kind: FilingKind }): { readonly to: string; readonly search: object } => {
  if (formOf(draft.kind) !== 'registration') return { to: onePagePathOf(draft.kind), search: {} }
  return draft.kind === 'new-subject' ? { to: paths.entry, search: {} } : { to: firstStepPath(draft.kind), search: draftSearch(draft) }
}
