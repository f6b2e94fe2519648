import { cursorAt } from '@icp/ui'

/** The page's cursor in place of the trail of pages. */
export const withCursor = <Search extends { readonly page?: string | undefined }>({ page: trail, ...search }: Search) => {
  const cursor = cursorAt(trail ?? '')
  return { ...search, ...(cursor ? { cursor } : {}) }
}
