import { isFrozenByRegister } from './frozen-by-register.js'
import { formOf, type FilingKind } from './kind.js'

/** What an owner enters in a draft; everything else in it is what the register says (icp-filing.md §3 nos 1–4). */
export interface EntryScope {
  /** The subject and its person in charge. */
  readonly subject: boolean
  /** Websites may be added and taken out again. */
  readonly newServices: boolean
  /** What is said of a website may be changed. */
  readonly serviceFields: boolean
  /** Accesses may be added and taken out again. */
  readonly newAccesses: boolean
  /** What is said of an access may be changed. */
  readonly accessFields: boolean
}

const everything: EntryScope = { subject: true, newServices: true, serviceFields: true, newAccesses: true, accessFields: true }
const nothing: EntryScope = { subject: false, newServices: false, serviceFields: false, newAccesses: false, accessFields: false }

export const entryScope = (kind: FilingKind): EntryScope => {
  if (formOf(kind) !== 'registration') return nothing
  if (kind === 'new-service') return { ...everything, subject: false }
  if (kind === 'new-access') return { ...nothing, newAccesses: true, accessFields: true }
  if (kind === 'change') return { ...everything, newServices: false, newAccesses: false }
  return everything
}

/** Whether a field of a draft stays as the register has it, so that it is shown and not asked. A change cannot exchange the provider of an access (rule X-14). */
export const isFixedAt = (kind: FilingKind, path: string): boolean =>
  kind === 'change' && (isFrozenByRegister(path) || /^services\.[^.]+\.accesses\.[^.]+\.provider(Id|Name)$/.test(path))
