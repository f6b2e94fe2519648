import { expect } from '@jest/globals'
import { appendFileSync } from 'node:fs'
import type { Caller } from './caller.js'
import { inDatabase } from './database.js'
import { arrive } from './every-screen.js'
import { markedIn } from './marked-places.js'
import { MarkedTexts } from './marked-texts.js'
import { markup } from './markup.js'
import { MarkupWatch, watching } from './markup-watch.js'
import { scene, type Stage } from './play.js'

/** As many as there are kinds: every text gets every kind. One: every text gets one, not all the same. */
const rounds = process.env['ICP_DRILL'] === 'full' ? markup.length : 1
/** When the long run begins no further round. */
const minutes = Number(process.env['ICP_DRILL_MINUTES'] ?? Infinity)

/** Tells the command that asked for the drill what was counted. */
export function report(figure: string): void {
  const file = process.env['ICP_DRILL_FIGURE']
  if (file) appendFileSync(file, `${figure}\n`)
}

export interface Round {
  readonly stage: Stage
  readonly watch: MarkupWatch
  readonly words: MarkedTexts
}

interface View {
  /** Nobody: the public pages. */
  readonly as?: Caller
  readonly paths: readonly string[]
}

/** Opens every page and looks at it. */
export async function lookAt({ stage, watch }: Pick<Round, 'stage' | 'watch'>, views: readonly View[]): Promise<void> {
  for (const { as, paths } of views) {
    const page = await stage.open({ ...(as ? { as } : {}), script: watching })
    for (const path of paths) {
      await arrive(page, `/${path}`)
      await watch.look(page, `${as?.portal ?? 'public'} ${path}`)
    }
    await page.context().close()
  }
}

/** Between two rounds, as far as limits and fresh proofs go: the long run reads and decides more in an hour than a person may. */
async function anHourLater({ stand }: Stage): Promise<void> {
  await inDatabase(stand, 'DELETE FROM limiter_points')
  await inDatabase(stand, 'DELETE FROM sliding_counts')
  await inDatabase(stand, 'UPDATE sessions SET proven_at = now()')
}

/** One part of drill F24: texts with markup are sent, everything that shows them is opened, and nothing of it runs; every place of `part` is tried, and what was taken is read as typed. */
export function markupScene(title: string, part: keyof typeof markedIn, round: (given: Round) => Promise<void>): void {
  scene(title, async (stage) => {
    const watch = new MarkupWatch()
    const until = Date.now() + minutes * 60_000
    let [taken, refused, done] = [0, 0, 0]
    for (; done < rounds && (done === 0 || Date.now() < until); done += 1) {
      if (done > 0) await anHourLater(stage)
      const words = new MarkedTexts(markup, done)
      await round({ stage, watch, words })
      expect(watch.unseen(words.taken)).toEqual([])
      expect(markedIn[part].filter((place) => !words.sent.has(place))).toEqual([])
      taken += words.taken.length
      refused += words.refused
    }
    report(`${part}: ${done} of ${markup.length} kinds of markup at each of ${markedIn[part].length} places, ${taken} texts taken and read as typed, ${refused} refused by a rule; ${watch.pages} pages, ${watch.faults.length} executions or stops`)
    expect(watch.faults).toEqual([])
  }, { within: rounds * 300_000 })
}
