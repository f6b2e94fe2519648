import type { VerificationSheetView } from '@icp/contract'
import { type AskedSheetLine, rulesInForce } from '@icp/domain'
import { ids, since } from './sample-filing.js'

/** What the first provider is asked of the sample: a line of the subject, two of its website and one of the filing as a whole. */
export const sampleSheetLines: readonly AskedSheetLine[] = [
  { rule: 'V-01', path: 'subject', figure: '' },
  { rule: 'V-11', path: 'services.s1.domain', figure: '3', decidedBy: [rulesInForce(undefined, '330000', '2026-11-26').decided('months-left-on-domains')].flatMap((one) => one ?? []) },
  { rule: 'V-15', path: 'services.s1.domain', figure: '' }, { rule: 'V-24', path: '', figure: '' },
]

/** The same, answered: all holds but that the domain is in use already. */
export const sampleSheet = (parts: Partial<VerificationSheetView> = {}): VerificationSheetView => ({
  id: '88888888-8888-4888-8888-888888888888', provider: { id: ids.provider, name: '云端网络' }, by: '云端审核员', at: since, revision: 1, stands: true,
  lines: sampleSheetLines.map(({ rule, path, figure }) => (rule === 'V-15'
    ? { rule, path, figure, answer: 'does-not-apply', reason: '域名已用于本单位的 APP' } : { rule, path, figure, answer: 'holds', reason: '' })),
  ...parts,
})
