import type { Actor } from '../../account/role.js'
import { Refusal } from '../../refusal.js'
import type { CommandOf, Decision, Effect } from '../command.js'
import type { Filing } from '../filing.js'
import { notFound } from '../gate.js'
import { needsConfirmation } from '../parties.js'
import { sheetFindings } from '../../verification/answers.js'
import { entering, invalid, next, requireNoBlocking } from './moves.js'

const window = 24 * 60 * 60 * 1000

/** The confirmation window is 24 h from sending (icp-filing.md §4.3). Sending a code again does not prolong it. */
export const windowEnd = (sentAt: string): string => new Date(Date.parse(sentAt) + window).toISOString()

const onward = (filing: Filing, passed: Filing, command: CommandOf<'pass'>, now: string): { filing: Filing; effects: Effect[] } => {
  if (!needsConfirmation(filing.kind)) {
    return {
      filing: { ...passed, ...entering('in-review', now), reviewSince: now },
      effects: [{ type: 'notice', event: { type: 'in-review' } }],
    }
  }
  // A filing without anyone to ask must never slip into review unconfirmed.
  if (command.confirmations.length === 0 || command.confirmations.some((one) => one.mobile === '' || one.lastSix === '')) {
    throw new Refusal('invalid', 'no-confirmation', {
      zh: '负责人的手机号码或证件号码不完整，无法进行短信核验。', en: 'A responsible person has no mobile number or ID number, so nobody can confirm.',
    })
  }
  const expiresAt = windowEnd(now)
  return {
    filing: {
      ...passed, ...entering('awaiting-confirmation', now),
      confirmations: command.confirmations.map(({ id, covers }) =>
        ({ id, covers, state: 'waiting' as const, wrongTries: 0, resends: 0, expiresAt })),
    },
    effects: [
      { type: 'send-confirmations', confirmations: command.confirmations, expiresAt },
      { type: 'notice', event: { type: 'confirmations-sent', persons: command.confirmations.length, expiresAt } },
    ],
  }
}

export const pass = (filing: Filing, command: CommandOf<'pass'>, actor: Actor, now: string): Decision => {
  if (actor.role !== 'provider') throw notFound()
  requireNoBlocking(command.findings, {
    zh: '备案信息还有问题，不能核实通过，请先修改。', en: 'The filing still has problems, so it cannot be passed. Correct it first.',
  })
  const unverified = sheetFindings(command.sheet.asked, command.sheet.answers)
  if (unverified.length > 0) {
    throw invalid('sheet-incomplete', {
      zh: '真实性核验单还没有逐项核实，不能核实通过。', en: 'The verification sheet does not stand yet, so the filing cannot be passed.',
    }, unverified)
  }
  const { providerId } = actor
  const passed = next(filing, {
    passes: filing.passes.map((one) => (one.providerId === providerId ? { providerId, state: 'passed' as const, at: now } : one)),
  })
  const remaining = passed.passes.filter((one) => one.state === 'waiting').length
  const told: Effect = { type: 'notice', event: { type: 'passed', providerId, remaining } }
  if (remaining > 0) return { filing: passed, effects: [told] }
  const moved = onward(filing, passed, command, now)
  return { filing: moved.filing, effects: [told, ...moved.effects] }
}
