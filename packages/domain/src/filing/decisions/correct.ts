import type { Actor } from '../../account/role.js'
import type { Finding } from '../../finding.js'
import { Refusal } from '../../refusal.js'
import { fault, findingOf, type RuleDescription } from '../../rules/rule.js'
import { covers, whatChanged, withFieldAt, type FieldChange } from '../changes.js'
import type { CommandOf, Decision } from '../command.js'
import { frozenReason } from '../correctable.js'
import { correctionRules } from '../correction-rules.js'
import type { CorrectionRequest, Filing } from '../filing.js'
import { fieldLabel } from '../fields.js'
import { mayCorrect, openAgain, providersRestingOn } from '../parties.js'
import { invalid, next, requireText } from './moves.js'
import { openRequestOf, withRequestState } from './request.js'

const finding = (filing: Filing, change: FieldChange, rule: RuleDescription, text: Finding['text'], fix: Finding['fix']): Finding => {
  const label = fieldLabel(change.path, filing.content)
  return findingOf(rule, fault(change.path, { zh: `${label.zh}：${text.zh}`, en: `${label.en}: ${text.en}` }, fix))
}

const judged = (filing: Filing, request: CorrectionRequest, change: FieldChange): Finding[] => {
  if (change.before === undefined || change.after === undefined) {
    return [finding(filing, change, correctionRules.parts, { zh: '修改不能增加或删除网站、接入。', en: 'a correction cannot add or remove a website or an access.' },
      { zh: '请由主办者撤销后重新备案。', en: 'The owner withdraws the filing and files anew.' })]
  }
  const frozen = frozenReason(filing.kind, change.path)
  if (frozen) return [finding(filing, change, correctionRules.frozen, frozen.text, frozen.fix)]
  return request.fields.some((path) => covers(path, change.path)) ? []
    : [finding(filing, change, correctionRules.named, { zh: '不在修改请求所列字段内。', en: 'the correction request does not name this field.' },
      { zh: '请就该字段另行提出修改请求。', en: 'Open a correction request for this field.' })]
}

const requireAllowed = (filing: Filing, request: CorrectionRequest, changes: readonly FieldChange[]): void => {
  if (changes.length === 0) throw invalid('nothing-changed', { zh: '没有修改任何字段。', en: 'Nothing was changed.' })
  const findings = changes.flatMap((change) => judged(filing, request, change))
  if (findings.length > 0) {
    throw invalid('change-not-allowed', { zh: '有字段不允许在此次修改中更改。', en: 'Some of these changes are not allowed in this correction.' }, findings)
  }
  if (!changes.every((change) => mayCorrect(filing, request.providerId, change.path))) {
    throw new Refusal('forbidden', 'not-your-field', {
      zh: '有字段不由贵司负责，只能由对应的接入服务提供者修改。', en: 'Some of these fields are not yours to correct; only the provider that serves them can.',
    })
  }
}

export const correct = (filing: Filing, command: CommandOf<'correct'>, actor: Actor): Decision => {
  const request = openRequestOf(filing, command.requestId, actor)
  const reason = requireText(command.reason, 'reason-required', { zh: '请填写修改原因。', en: 'Say why the correction is made.' })
  const changes = whatChanged(filing.content, command.content)
  requireAllowed(filing, request, changes)
  // Built from the locked content and the allowed changes, so that nothing else in the handed-in document can get in.
  const content = changes.reduce((so, change) => withFieldAt(so, change.path, change.after), filing.content)
  const { passes, reopened } = openAgain(filing.passes, changes.flatMap((change) => providersRestingOn(content, change.path)))
  return {
    filing: next(filing, {
      content,
      province: content.form === 'registration' ? content.subject.province : filing.province,
      requests: withRequestState(filing, request.id, 'corrected'),
      passes,
    }),
    effects: [
      { type: 'revision', cause: 'correct' },
      { type: 'correction', requestId: request.id, providerId: request.providerId, reason, changes },
      { type: 'notice', event: { type: 'corrected', providerId: request.providerId, paths: changes.map((change) => change.path), reason, reopened } },
    ],
  }
}
