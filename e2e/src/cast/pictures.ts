import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { inDatabase } from './database.js'
import type { Stand } from './stand.js'

const characters = '23456789abcdefghjkmnpqrstwxyz'

/**
 * Reads a picture as no visitor can: the stand's own key turns every possible text into the fingerprint that the database holds. The product
 * has no door for this. The answer is bound to the page's own browser and to what the code is for.
 */
export async function readPicture(stand: Stand, page: Page, id: string, purpose: 'log-on' | 'registration' | 'recovery' = 'log-on'): Promise<string> {
  const visit = (await page.context().cookies()).find(({ name }) => name.endsWith('-visit'))?.value ?? ''
  const bound = `${purpose}|${createHash('sha256').update(visit).digest('hex')}|${id}`
  const key = Buffer.from(readFileSync(path.join(stand.folder, 'keys', 'index.key'), 'utf8').trim(), 'base64')
  const [row] = await inDatabase<{ answer: string }>(stand, 'SELECT answer FROM verification_pictures WHERE id = $1', [id])
  const answer = row?.answer
  const fingerprint = (text: string) => createHmac('sha256', key).update(`picture\u0000${bound}|${text}`).digest('base64url')
  for (const a of characters) for (const b of characters) for (const c of characters) for (const d of characters) {
    if (fingerprint(a + b + c + d) === answer) return a + b + c + d
  }
  throw new Error('The picture holds characters that are not expected in one')
}

/** The ids of the pictures that a page was given, in order. */
export function watchPictures(page: Page): { last: () => Promise<string> } {
  const ids: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/api/verification/pictures')) ids.push(response.json().then((body: { id: string }) => body.id))
  })
  return { last: async () => (await ids.at(-1)) ?? '' }
}
