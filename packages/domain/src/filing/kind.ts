import { z } from 'zod'

/** Kinds of filing, icp-filing.md §3 nos. 1–7. */
export const FilingKind = z.enum(['new-subject', 'new-service', 'new-access', 'change', 'cancel-access', 'cancel-service', 'cancel-subject'])
export type FilingKind = z.infer<typeof FilingKind>

export const isCancellation = (kind: FilingKind): boolean => kind.startsWith('cancel-')
