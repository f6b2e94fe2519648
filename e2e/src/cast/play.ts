import { launchBrowser } from '@icp/browser'
import { afterAll, expect, test } from '@jest/globals'
import type { Category } from '@icp/domain'
import { randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Caller } from './caller.js'
import { Identities } from './identities.js'
import { watchTraffic } from './settled.js'
import { sharedStand, type Stand } from './stand.js'

export interface Opening {
  /** The owner portal by default. */
  readonly portal?: Category
  readonly language?: 'zh-CN' | 'en'
  readonly width?: number
  readonly height?: number
  /** Opens with this caller's session. */
  readonly as?: Caller
  /** Runs in every page before its own scripts. */
  readonly script?: string
  /** Without the policy of the pages. */
  readonly withoutPolicy?: boolean
}

/** What a test is given: the stand, people, and browsers of their own. */
export class Stage {
  readonly pages: Page[] = []
  /** Errors of the pages' own scripts, with the page's address. */
  readonly scriptErrors: string[] = []

  constructor(
    readonly stand: Stand,
    readonly identities: Identities,
  ) {}

  /** A browser with cookies of its own, at the portal's origin, on no page yet. */
  async open({ portal = 'owner', language = 'zh-CN', width = 1280, height = 900, as, script, withoutPolicy = false }: Opening = {}): Promise<Page> {
    const context = await (await theBrowser()).newContext({
      baseURL: this.stand[as?.portal ?? portal], locale: language, viewport: { width, height }, acceptDownloads: true, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
      extraHTTPHeaders: { 'x-forwarded-for': someAddress() },
      bypassCSP: withoutPolicy,
    })
    context.setDefaultTimeout(60_000)
    await as?.enter(context)
    if (script !== undefined) await context.addInitScript({ content: script })
    const page = await context.newPage()
    watchTraffic(page)
    page.on('pageerror', (error) => this.scriptErrors.push(`${page.url()} ${error.message}`))
    this.pages.push(page)
    return page
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.context().close()))
  }
}

/** Every browser comes from somewhere else, as people do, so that one does not use up what another may. */
const someAddress = () => `10.${[1, 2, 3].map(() => randomInt(256)).join('.')}`

let browser: Promise<Browser> | undefined
let identities: Identities | undefined
const theBrowser = () => (browser ??= launchBrowser())
afterAll(async () => (await browser)?.close())

/** Numbers go on through a file, so that its tests never make the same person twice. */
const theIdentities = () => (identities ??= new Identities(expect.getState().testPath ?? ''))

/**
 * A test with a stage of its own, closed afterwards. A page script that failed fails the test. When it fails, every open page is saved as a
 * picture, and the message says where.
 */
export function scene(title: string, play: (stage: Stage) => Promise<void>, { stand = sharedStand, within = 360_000 }: { stand?: () => Stand; within?: number } = {}): void {
  test(title, async () => {
    const stage = new Stage(stand(), theIdentities())
    try {
      await play(stage)
      expect(stage.scriptErrors).toEqual([])
    } catch (failure) {
      const pictures = await picturesOf(stage)
      if (failure instanceof Error) failure.stack = `${failure.stack}\n\n    What the pages showed:\n${pictures.map((picture) => `    ${picture}`).join('\n')}`
      throw failure
    } finally {
      await stage.closeAll()
    }
  }, within)
}

async function picturesOf(stage: Stage): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'icp-failed-'))
  return Promise.all(stage.pages.map(async (page, index) => {
    const file = path.join(folder, `page-${index + 1}.png`)
    const taken = await page.screenshot({ path: file, fullPage: true, timeout: 5000 }).then(() => file, () => 'no picture could be taken')
    return `${page.url()} → ${taken}`
  }))
}
