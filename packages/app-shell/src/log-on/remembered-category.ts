import { Category } from '@icp/domain'

const key = 'icp.log-on-category'

/** The category that this device was asked to remember. */
export const rememberedCategory = (): Category | undefined => {
  try {
    return Category.safeParse(localStorage.getItem(key)).data
  } catch {
    return undefined
  }
}

/** Without a category, forgets. */
export const rememberCategory = (category: Category | undefined): void => {
  try {
    if (category) localStorage.setItem(key, category)
    else localStorage.removeItem(key)
  } catch { /* storage is forbidden here: nothing is remembered */ }
}
