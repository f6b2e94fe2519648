/** Nested texts of one language. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}

/** The shape that a second language must have: the same keys, other words. */
export type Texts<Original> = { readonly [Key in keyof Original]: Original[Key] extends string ? string : Texts<Original[Key]> }

/** `a.b.c` paths to every text of a tree; any string when the tree is not known. */
export type TextKey<Tree> = string extends keyof Tree
  ? string
  : { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${TextKey<Tree[Key]>}` }[keyof Tree & string]

/** One set of texts in both languages. */
export interface Resources {
  readonly 'zh-CN': object
  readonly en: object
}
