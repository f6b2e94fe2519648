import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { eventually } from './eventually.js'

/** Waits until the part shows every one of these, white space as one blank; parts of a page arrive one after the other. What it showed instead is in the failure. */
export async function shows(part: Locator, ...said: readonly (string | RegExp)[]): Promise<void> {
  await eventually(async () => {
    const text = (await part.innerText()).replaceAll(/\s+/g, ' ')
    for (const one of said) expect(text).toMatch(one)
  })
}

/** Waits until what is read is what is wanted: a page draws a moment after it was acted upon. What it was instead is in the failure. */
export const becomes = (read: () => Promise<unknown>, wanted: unknown): Promise<void> => eventually(async () => expect(await read()).toEqual(wanted))

/** The id of what has the focus. */
export const focusedId = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)

/** Waits until exactly so many are there. */
export async function areThere(parts: Locator, count: number): Promise<void> {
  await eventually(async () => expect(await parts.count()).toBe(count))
}
