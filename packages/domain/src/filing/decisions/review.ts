import { fieldAt } from '../changes.js'
import type { CommandOf, Decision, ReturnFinding } from '../command.js'
import type { Filing } from '../filing.js'
import { backToProviders, entering, invalid, looseEnds, next, requireNoBlocking, requireText } from './moves.js'

export const approve = (filing: Filing, command: CommandOf<'approve'>, now: string): Decision => {
  requireNoBlocking(command.findings, {
    zh: '备案存在必须解决的问题，不能通过；请退回或不予通过。', en: 'The filing has problems that rule out an approval. Return or refuse it.',
  })
  return {
    filing: next(filing, entering('approved', now)),
    effects: [
      { type: 'review-decision', decision: 'approve', opinion: (command.opinion ?? '').trim(), findings: [] },
      { type: 'register-changes' },
      { type: 'notice', event: { type: 'approved' } },
    ],
  }
}

const checked = (filing: Filing, { path, reason, suggestion }: ReturnFinding): ReturnFinding => {
  if (fieldAt(filing.content, path) === undefined) {
    throw invalid('unknown-field', { zh: `备案中没有字段「${path}」。`, en: `The filing has no field “${path}”.` })
  }
  return {
    path, suggestion: suggestion.trim(),
    reason: requireText(reason, 'reason-required', { zh: '请为每个退回的字段填写原因。', en: 'Give a reason for every field that is returned.' }),
  }
}

export const returnFiling = (filing: Filing, command: CommandOf<'return'>, now: string): Decision => {
  const opinion = requireText(command.opinion, 'opinion-required', { zh: '请填写退回意见。', en: 'Give an opinion with the return.' })
  if (command.findings.length === 0) {
    throw invalid('findings-required', { zh: '请至少指出一个需要修改的字段及原因。', en: 'Name at least one field and what is wrong with it.' })
  }
  const findings = command.findings.map((finding) => checked(filing, finding))
  return {
    filing: backToProviders(filing, now),
    effects: [
      ...looseEnds(filing),
      { type: 'review-decision', decision: 'return', opinion, findings },
      { type: 'notice', event: { type: 'returned', opinion, findings: findings.length } },
    ],
  }
}
