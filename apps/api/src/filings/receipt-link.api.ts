import { canonicalJson, sha256 } from '../platform/digest.js'

/** A revision of a finished filing as a receipt speaks of it. */
export interface ReceiptedRevision {
  readonly number: number
  readonly cause: 'finish' | 'correct'
  readonly at: string
  readonly digest: string
}

export interface Link extends ReceiptedRevision {
  readonly previous: string
  readonly hash: string
}

export const beforeFirstLink = '0'.repeat(64)

/** Hash of a link: over the submission number, the revision and the link before, so that none can be changed, left out or put in. */
export const linkAfter = (reference: string, previous: string, { number, cause, at, digest }: ReceiptedRevision): Link =>
  ({ number, cause, at, digest, previous, hash: sha256(canonicalJson({ format: 'icp-receipt/1', reference, number, cause, at, digest, previous })) })

/** The receipt of a filing, from its revisions in order. */
export const linksOf = (reference: string, revisions: readonly ReceiptedRevision[]): Link[] =>
  revisions.reduce<Link[]>((links, revision) => [...links, linkAfter(reference, links.at(-1)?.hash ?? beforeFirstLink, revision)], [])
