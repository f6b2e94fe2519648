import type { Bilingual } from '../bilingual.js'
import type { CodeRow } from '../code-tables/code-row.js'
import type { Finding } from '../finding.js'
import { normaliseFilingNumber } from '../numbers/filing-number.js'
import { missing, notChosen, notInTable } from '../rules/faults.js'

/** Of the ground: the document and the article. As long as what the blacklist takes for the document that orders an entry. */
export const groundMost = 200

/** What a reviewer types before something is cancelled by force. */
export interface ForcedForm {
  /** The number of what is cancelled, typed once more. */
  readonly typedNumber: string
  /** Code of the table `forcedReasons`. */
  readonly reason: string
  readonly ground: string
}

const source = 'icp-filing §8, §11 (SPEC3)'

const differs: { readonly text: Bilingual; readonly fix: Bilingual } = {
  text: { zh: '输入的备案号与要注销的不一致。', en: 'The number that you typed is not the one to cancel.' },
  fix: { zh: '请核对后重新输入要注销的备案号。', en: 'Check what is to be cancelled and type its number again.' },
}

/** In the order of the form. `number`: of what is to be cancelled; `offered`: the reasons in the table of today. */
export function forcedFindings({ typedNumber, reason, ground }: ForcedForm, number: string, offered: readonly Pick<CodeRow, 'id'>[]): Finding[] {
  const found: Finding[] = []
  if (reason === '') found.push({ rule: 'G-02', severity: 'block', source, ...notChosen('reason', '强制注销原因', 'reason') })
  else if (!offered.some(({ id }) => id === reason)) found.push({ rule: 'G-02', severity: 'block', source, ...notInTable('reason', '强制注销原因', 'reason') })
  if (ground.trim() === '') found.push({ rule: 'G-03', severity: 'block', source, ...missing('ground', '依据（文书和条款）', 'ground (document and article)') })
  if (typedNumber.trim() === '') found.push({ rule: 'G-01', severity: 'block', source, ...missing('typedNumber', '要注销的备案号', 'number of what is to be cancelled') })
  else if (normaliseFilingNumber(typedNumber) !== number) found.push({ rule: 'G-01', path: 'typedNumber', severity: 'block', source, ...differs })
  return found
}
