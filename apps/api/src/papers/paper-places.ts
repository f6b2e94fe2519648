import type { AnswerOf } from '@icp/contract'
import {
  type Actor, asksPaperReason, codeTableOf, type Filing, type FilingContent, isSamePlace, maySeePaper, missingPapers, type PaperPlace, paperRefusal, type PaperSlot, type RulesInForce,
} from '@icp/domain'
import { type GonePaper, goneView, type HeldPaper, paperView } from './papers.repository.js'

/** Providers are called as the filing calls them. */
const providerNames = (content: FilingContent): ReadonlyMap<string, string> =>
  new Map(content.form === 'cancellation' ? [] : content.services.flatMap(({ accesses }) => accesses.map(({ providerId, providerName }) => [providerId, providerName] as const)))

/** Also of a purpose that is offered no more. */
export const paperTitle = (purpose: string, data: RulesInForce) => data.code('paperPurposes', purpose) ?? codeTableOf('paperPurposes').rows.find(({ id }) => id === purpose) ?? { zh: purpose, en: purpose }

const bilingual = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en })

/** Once a filing is handed in, only those providers bring something that verify it. */
export const slotsNow = (filing: Filing, slots: readonly PaperSlot[]): PaperSlot[] =>
  slots.filter(({ providerId }) => providerId === null || filing.status === 'draft' || filing.passes.some((pass) => pass.providerId === providerId))

/** All that the actor may see of the papers of a filing. */
export function placesShown(filing: Filing, actor: Actor, all: readonly PaperSlot[], held: readonly HeldPaper[], gone: readonly GonePaper[], data: RulesInForce): AnswerOf<'listPapers'> {
  const names = providerNames(filing.content)
  const slots = slotsNow(filing, all).filter((slot) => maySeePaper(filing, actor, slot))
  const seen = held.filter((paper) => maySeePaper(filing, actor, paper))
  const rights = (place: PaperPlace) => ({ may: paperRefusal(filing, actor, place) === null, asksReason: asksPaperReason(actor, place) })
  return {
    slots: slots.map((slot) => {
      const { purpose, about, providerId, title, shows, due, why, source, decidedBy = null, most, mostBytes, formats } = slot
      const { may, asksReason } = rights(slot)
      return {
        purpose, about, provider: providerId === null ? null : { id: providerId, name: names.get(providerId) ?? '' }, title, shows, due, why, source, decidedBy, most, mostBytes, formats: [...formats],
        mayChange: may, asksReason, papers: seen.filter((paper) => isSamePlace(paper, slot)).map(paperView),
      }
    }),
    strays: seen.filter((paper) => !slots.some((slot) => isSamePlace(paper, slot))).map((paper) => {
      const { may, asksReason } = rights(paper)
      return { purpose: paper.purpose, about: paper.about, title: bilingual(paperTitle(paper.purpose, data)), mayTakeAway: may, asksReason, paper: paperView(paper) }
    }),
    earlier: gone.filter((paper) => maySeePaper(filing, actor, paper)).map((paper) => ({
      purpose: paper.purpose, about: paper.about, title: bilingual(paperTitle(paper.purpose, data)), paper: paperView(paper), gone: goneView(paper.gone),
    })),
    findings: missingPapers(slots, held, data),
    mostBytesBefore: 1024 * 1024 * data.value('megabytes-before-compressing'),
  }
}
