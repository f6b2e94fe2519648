import type { Me } from '@icp/contract'
import { type Bilingual, mayCall, type Permitted } from '@icp/domain'
import type { TreeNode } from '@icp/ui'

/** A node of the left menu in both languages. */
export interface MenuNode {
  readonly id: string
  readonly label: Bilingual
  readonly href?: string
  readonly children?: readonly MenuNode[]
  /** The operation that the page lives by: whoever may not call it is not shown the way to it. Everybody is when it is left out. */
  readonly allowed?: Permitted
  /** A number beside the label, such as unread notices. */
  readonly count?: (me: Me) => { readonly value: number; readonly label: Bilingual }
}

/** The nodes that this account may see, in one language. A group without a visible child is left out. */
export function treeFor(nodes: readonly MenuNode[], me: Me, say: (text: Bilingual) => string): TreeNode[] {
  return nodes.flatMap((node) => {
    if (node.allowed && !mayCall(me.role, node.allowed)) return []
    const children = node.children && treeFor(node.children, me, say)
    if (children?.length === 0 && !node.href) return []
    const count = node.count?.(me)
    return [{
      id: node.id,
      label: say(node.label),
      ...(node.href ? { href: node.href } : {}),
      ...(children && children.length > 0 ? { children } : {}),
      ...(count ? { count: { value: count.value, label: say(count.label) } } : {}),
    }]
  })
}

const pathOf = (href: string) => href.split(/[?#]/)[0] ?? href

/** The node whose path is the longest that the page's path lies under. Nothing lies under the first page, `/`. */
export function nodeAt(nodes: readonly TreeNode[], pathname: string): TreeNode | undefined {
  const all = (list: readonly TreeNode[]): TreeNode[] => list.flatMap((node) => [node, ...all(node.children ?? [])])
  return all(nodes)
    .filter((node) => node.href && (pathname === pathOf(node.href) || (pathOf(node.href) !== '/' && pathname.startsWith(`${pathOf(node.href).replace(/\/$/, '')}/`))))
    .sort((one, other) => pathOf(other.href!).length - pathOf(one.href!).length)[0]
}
