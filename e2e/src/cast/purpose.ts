import type { Page } from 'playwright-core'
import type { Words } from './every-screen.js'

/** Staff say what they need a picture for, and look. */
export async function sayWhy(page: Page, words: Words = (zh) => zh): Promise<void> {
  const window = page.getByRole('dialog', { name: words('查看材料图片', 'Look at a paper') })
  await window.getByRole('combobox').selectOption({ index: 1 })
  await window.getByRole('textbox').fill(words('核对材料', 'To compare it'))
  await window.getByRole('button', { name: words('查看', 'Show'), exact: true }).click()
  await window.waitFor({ state: 'detached' })
}
