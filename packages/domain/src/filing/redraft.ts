import type { FilingContent } from './content.js'
import type { FilingStatus } from './status.js'

/** An approved filing is continued by a change, a running one by a correction request; only these two may be started again. */
export const mayRedraft = (status: FilingStatus): boolean => status === 'refused' || status === 'withdrawn'

/**
 * The content of a new draft from a filing that ended without approval. Ids of services and accesses are kept: they are unique only within a
 * filing, and keeping them lets the owner compare the new draft with what was refused.
 */
export const redraft = <Content extends FilingContent>(content: Content): Content => ({ ...content })
