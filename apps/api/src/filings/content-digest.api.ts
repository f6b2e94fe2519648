import type { FilingContent } from '@icp/domain'
import { canonicalJson, sha256 } from '../platform/digest.js'

/** SHA-256, hex, of the content in clear: the same content has the same digest, however it was stored. */
export const digestOf = (content: FilingContent): string => sha256(canonicalJson(content))
