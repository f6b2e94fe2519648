import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import type { Said } from '../notification/said.js'
import { conflictRules } from './conflict-rules.js'

/**
 * A request to an administration to settle a conflict that keeps a filing back while it is still its owner's draft (冲突协调). `lapsed`: what was in conflict is
 * there no more, or the draft has changed, has been handed in or is about something else.
 */
export const MediationState = z.enum(['open', 'answered', 'withdrawn', 'lapsed'])
export type MediationState = z.infer<typeof MediationState>

/** What both want. A home page lies inside its domain and is settled with it. */
export const MediationOver = z.enum(['domain', 'subject'])
export type MediationOver = z.infer<typeof MediationOver>

/** `holder-asked`: the other side was asked to cancel or correct; `holder-keeps`: it is in the right; `clearing`: its record is hollow and is cleared by the way that hollow records go. */
export const MediationOutcome = z.enum(['holder-asked', 'holder-keeps', 'clearing'])
export type MediationOutcome = z.infer<typeof MediationOutcome>

/** Of the reason and of the answer. */
export const mediationTextMost = 500

/** The rules whose findings an administration can settle; whoever is on the blacklist asks the one who entered it. */
export const mediatedRules: readonly string[] = (['domain-filed', 'domain-running', 'subject-filed'] as const).map((kind) => conflictRules[kind].rule.id)

export const mediationOverWords: Readonly<Record<MediationOver, Bilingual>> = { domain: { zh: '域名', en: 'Domain' }, subject: { zh: '主体', en: 'Subject' } }

export const mediationStateWords: Readonly<Record<MediationState, Bilingual>> = {
  open: { zh: '等待管局答复', en: 'Waiting for the administration' }, answered: { zh: '管局已答复', en: 'Answered' }, withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '冲突已不存在', en: 'No longer in conflict' },
}

/** What the owner who asked reads; of the other side only what has to be known. */
export const mediationOutcomeWords: Readonly<Record<MediationOutcome, Bilingual>> = {
  'holder-asked': { zh: '已请对方注销或更正，请稍后再次提交', en: 'The other side was asked to cancel or correct; finish again later' },
  'holder-keeps': { zh: '对方的备案有效，请修改您的备案', en: 'The other side’s filing stands; change yours' },
  clearing: { zh: '对方的备案为空壳，将按程序清理，清理后可再次提交', en: 'The other side’s record is hollow and will be cleared; finish again after that' },
}

/** `domain`: null where the subject is asked about. */
const about = (domain: string | null): Bilingual => (domain === null ? { zh: '主体', en: 'subject' } : { zh: `域名 ${domain}`, en: `domain ${domain}` })

/** To the reviewers of the province of the other side. */
export const mediationAsked = (domain: string | null): Said => ({
  title: { zh: '有新的冲突协调请求', en: 'A conflict to settle' },
  text: {
    zh: `一位主办者请求协调${about(domain).zh}的冲突，请在“冲突协调”中查看双方并答复。`,
    en: `An owner asks you to settle a conflict over the ${about(domain).en}. See both sides and answer under “Conflicts to settle”.`,
  },
})

/** To the owner who asked. */
export const mediationAnswered = (domain: string | null, outcome: MediationOutcome, answer: string): Said => ({
  title: { zh: '管局已答复您的冲突协调请求', en: 'The administration answered your request about a conflict' },
  text: {
    zh: `关于${about(domain).zh}：${mediationOutcomeWords[outcome].zh}。管局意见：${answer}`,
    en: `About the ${about(domain).en}: ${mediationOutcomeWords[outcome].en}. The administration says: ${answer}`,
  },
})

/** To the owner on the other side, if the administration chooses; with no word of who asked or what was said. */
export const mediationTold = (domain: string | null, number: string): Said => ({
  title: { zh: `请核对备案 ${number} 是否仍然属实`, en: `Please check whether ${number} is still true` },
  text: {
    zh: `通信管理局请您核对备案 ${number} 中的${about(domain).zh}是否仍由您使用。已不再使用的，请办理注销或变更；仍在使用的，无需操作。`,
    en: `The administration asks you to check whether the ${about(domain).en} of ${number} is still yours. If not, cancel it or file a change; if it is, there is nothing to do.`,
  },
})
