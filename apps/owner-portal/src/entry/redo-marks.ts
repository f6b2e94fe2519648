import type { FilingView } from '@icp/contract'
import { fieldAt, type FilingKind, type Finding, findingsUnder, type RegistrationContent } from '@icp/domain'
import { fieldId, findingAt } from '@icp/filing-forms'
import type { EntryStep } from '../shared/draft-path.js'
import { isOfRegister, stepsOf } from './draft-findings.js'

type Redo = FilingView['redo']

/** Whether a field, or a part of it, has to be redone: it is marked before anybody leaves it. */
export const isToRedo = (redo: Redo, path: string): boolean => redo !== undefined && findingAt(redo.findings, path) !== undefined

/** What has to be redone at a service, or within one of its accesses. */
export const toRedoUnder = (redo: Redo, path: string): Finding[] => findingsUnder(redo?.findings ?? [], path)

/** Of that, what only the register could say, as long as the fields are what it saw: the rules that run in a window do not know it. */
export const stillOfRegister = (redo: Redo, path: string, before: RegistrationContent, now: RegistrationContent): Finding[] =>
  toRedoUnder(redo, path).filter((finding) => isOfRegister(finding) && JSON.stringify(fieldAt(before, finding.path)) === JSON.stringify(fieldAt(now, finding.path)))

export const editWebsiteId = (serviceId: string): string => `edit-website-${serviceId}`
export const editAccessId = (accessId: string): string => `edit-access-${accessId}`

interface Place {
  readonly step: EntryStep
  /** The first of them that is on the screen takes the focus. */
  readonly ids: readonly string[]
}

/** Where something is redone: at its field, or, where fields are in a window, at what opens that. undefined: nowhere in such a filing. */
export const placeToRedo = (kind: FilingKind, { path }: Pick<Finding, 'path'>): Place | undefined => {
  const step = path.startsWith('subject.') ? 'subject' : 'websites'
  if (!stepsOf(kind).includes(step)) return undefined
  if (step === 'subject') return { step, ids: [fieldId(path)] }
  const [, serviceId, part, accessId] = path.split('.')
  if (serviceId === undefined) return { step, ids: ['add-website'] }
  const card = `website-${serviceId}`
  if (part !== 'accesses') return { step, ids: [editWebsiteId(serviceId), card] }
  return { step, ids: accessId === undefined ? [card] : [editAccessId(accessId), card] }
}
