import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { exactly } from './forms.js'
import { Judge } from './judge.js'
import { type Opening, scene, type Stage } from './play.js'

/** Picks the words of the language that a walk is in. */
export type Words = (zh: string, en: string) => string

/**
 * One part of the system in both languages, each screen wide and narrow: its filled, empty and error states break no rule of WCAG 2.2 AA that
 * axe knows, and nothing is wider than the window.
 */
export function everyScreen(title: string, walk: (stage: Stage, judge: Judge, words: Words, opening: Opening) => Promise<void>): void {
  for (const language of ['zh-CN', 'en'] as const) {
    scene(`${title}, in ${language}`, async (stage) => {
      const judge = new Judge(language)
      await walk(stage, judge, (zh, en) => (language === 'en' ? en : zh), { language })
      expect(judge.faults).toEqual([])
    }, { within: 900_000 })
  }
}

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name: exactly(name) }).first().click()

/** Opens a page and waits for its heading. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
