/** One node of a tree menu: a place to go to, or a group that opens. */
export interface TreeNode {
  readonly id: string
  readonly label: string
  /** Where it leads. A node with children may have one too. */
  readonly href?: string
  readonly children?: readonly TreeNode[]
  /** A number beside the label with what it counts, such as unread messages. */
  readonly count?: { readonly value: number; readonly label: string }
}

export interface VisibleNode {
  readonly node: TreeNode
  readonly parent: TreeNode | null
}

/** The nodes that are on screen, in reading order. */
export function visibleNodes(nodes: readonly TreeNode[], open: ReadonlySet<string>, parent: TreeNode | null = null): VisibleNode[] {
  return nodes.flatMap((node) => [{ node, parent }, ...(node.children && open.has(node.id) ? visibleNodes(node.children, open, node) : [])])
}

/** The groups above the node with this id; empty when there is none. */
export function groupsAbove(nodes: readonly TreeNode[], id: string | undefined): string[] {
  for (const node of nodes) {
    if (node.id === id) return []
    if (!node.children) continue
    if (node.children.some((child) => child.id === id)) return [node.id]
    const below = groupsAbove(node.children, id)
    if (below.length > 0) return [node.id, ...below]
  }
  return []
}
