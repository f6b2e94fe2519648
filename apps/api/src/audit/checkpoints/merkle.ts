import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 (§2.1) over a list that only grows, kept as its frontier: the roots of its full subtrees, largest first. Hashes in hex.
 */
export interface Tree {
  readonly size: number
  readonly frontier: readonly string[]
}

export const emptyTree: Tree = { size: 0, frontier: [] }

const hash = (prefix: number, ...parts: Buffer[]): string => createHash('sha256').update(Buffer.concat([Buffer.from([prefix]), ...parts])).digest('hex')
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const node = (left: string, right: string): string => hash(1, bytes(left), bytes(right))

/** The tree with `leaf` (hex) at its end. */
export function grow({ size, frontier }: Tree, leaf: string): Tree {
  const roots = [...frontier]
  let grown = hash(0, bytes(leaf))
  // A full subtree for each 1 at the end of the binary size: as carrying in an addition.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) grown = node(roots.pop() ?? '', grown)
  return { size: size + 1, frontier: [...roots, grown] }
}

export function rootOf({ frontier }: Tree): string {
  if (frontier.length === 0) return createHash('sha256').digest('hex')
  return frontier.reduceRight((right, left) => (right === '' ? left : node(left, right)), '')
}
