import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

/** Kinds of filing, icp-filing.md §3 nos. 1–8. */
export const FilingKind = z.enum([
  'new-subject', 'new-service', 'new-access', 'change', 'migrate-service', 'cancel-access', 'cancel-service', 'cancel-subject',
])
export type FilingKind = z.infer<typeof FilingKind>

export const isCancellation = (kind: FilingKind): boolean => kind.startsWith('cancel-')

/** The form of content that a kind has (content.ts). */
export const formOf = (kind: FilingKind): FilingForm => (isCancellation(kind) ? 'cancellation' : kind === 'migrate-service' ? 'migration' : 'registration')
export type FilingForm = 'registration' | 'cancellation' | 'migration'

/** What each kind proposes, as every portal calls it. */
export const kindWords: Readonly<Record<FilingKind, Bilingual>> = {
  'new-subject': { zh: '首次备案', en: 'First filing' },
  'new-service': { zh: '新增网站', en: 'New website' },
  'new-access': { zh: '新增接入', en: 'New access' },
  change: { zh: '变更备案', en: 'Change' },
  'migrate-service': { zh: '迁移网站', en: 'Move a website' },
  'cancel-access': { zh: '取消接入', en: 'Cancel access' },
  'cancel-service': { zh: '注销网站', en: 'Cancel website' },
  'cancel-subject': { zh: '注销主体', en: 'Cancel subject' },
}

export const cancellationKinds: readonly FilingKind[] = FilingKind.options.filter(isCancellation)
export const registrationKinds: readonly FilingKind[] = FilingKind.options.filter((kind) => formOf(kind) === 'registration')

/** Kinds in which something is said of services; a new access leaves them as they are. */
export const kindsWithServices: readonly FilingKind[] = registrationKinds.filter((kind) => kind !== 'new-access')
