import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import type { Finding } from '../finding.js'
import { findSheetCheck } from './sheet-checks.js'
import type { AskedSheetLine, SheetLine } from './sheet.js'

/** What was found when somebody looked. Only a check that may not apply can be answered so, and then with the reason. */
export const SheetAnswer = z.enum(['holds', 'does-not-apply', 'does-not-hold'])
export type SheetAnswer = z.infer<typeof SheetAnswer>

export interface AnsweredLine extends SheetLine {
  readonly answer: SheetAnswer
  /** Why it does not apply; '' otherwise. */
  readonly reason: string
}

/** The sheet that a pass rests on. */
export interface VerificationSheet {
  readonly asked: readonly AskedSheetLine[]
  readonly answers: readonly AnsweredLine[]
}

const keyOf = ({ rule, path }: SheetLine): string => `${rule} ${path}`

const inParts = (text: Bilingual, fix: Bilingual) => ({ text, fix })

const missing = inParts(
  { zh: '尚未核实。', en: 'Nobody has said yet that this was verified.' },
  { zh: '请逐项核实后作答；不属实的，请提出修改请求或不予通过。', en: 'Verify it and answer. If it does not hold, ask for a correction or refuse the filing.' },
)
const outdated = inParts(
  { zh: '该项的要求已经改变。', en: 'What is asked for here has changed.' },
  { zh: '请按现行要求重新核实。', en: 'Verify it again by what is asked now.' },
)
const notHolding = inParts(
  { zh: '该项不属实，不能核实通过。', en: 'This does not hold, so the filing cannot be passed.' },
  { zh: '请提出修改请求、代为修改，或不予通过。', en: 'Ask for a correction, correct it, or refuse the filing.' },
)
const alwaysApplies = inParts(
  { zh: '该项不能答“不适用”。', en: 'This check always applies.' },
  { zh: '请核实后作答。', en: 'Verify it and answer.' },
)
const unexplained = inParts(
  { zh: '答“不适用”须写明理由。', en: 'Say why the check does not apply.' },
  { zh: '请填写理由。', en: 'Enter the reason.' },
)
const unasked = inParts(
  { zh: '贵司的核验单没有这一项。', en: 'Your sheet for this filing has no such line.' },
  { zh: '请重新打开核验单，按所列各项作答。', en: 'Open the sheet again and answer what it lists.' },
)
const twice = inParts(
  { zh: '同一项回答了两次。', en: 'This line was answered twice.' },
  { zh: '每项只回答一次。', en: 'Answer each line once.' },
)

/** Several checks look at one part, so each says which it is. */
const finding = ({ rule, path }: SheetLine, { text, fix }: { readonly text: Bilingual; readonly fix: Bilingual }): Finding => {
  const check = findSheetCheck(rule)
  const said = check ? { zh: `${check.title.zh}：${text.zh}`, en: `${check.title.en}: ${text.en}` } : text
  return { rule, path, severity: 'block', text: said, fix, source: check?.source ?? '' }
}

const judged = (line: AskedSheetLine, answered: AnsweredLine | undefined): Finding | null => {
  const found = lackOf(line, answered)
  return found && line.decidedBy ? { ...found, decidedBy: line.decidedBy } : found
}

const lackOf = (line: SheetLine, answered: AnsweredLine | undefined): Finding | null => {
  const check = findSheetCheck(line.rule)
  if (!answered) return finding(line, missing)
  if (answered.figure !== line.figure) return finding(line, outdated)
  if (answered.answer === 'does-not-hold') return finding(line, { text: notHolding.text, fix: check?.fix ?? notHolding.fix })
  if (answered.answer === 'holds') return null
  if (!check?.spared) return finding(line, alwaysApplies)
  return answered.reason.trim() === '' ? finding(line, unexplained) : null
}

/** What keeps a sheet from standing for a pass: every line that is asked has one answer, and nothing else is in it. */
export const sheetFindings = (asked: readonly AskedSheetLine[], answers: readonly AnsweredLine[]): Finding[] => {
  const given = new Map<string, AnsweredLine>()
  const repeated: Finding[] = []
  for (const one of answers) {
    if (given.has(keyOf(one))) repeated.push(finding(one, twice))
    else given.set(keyOf(one), one)
  }
  const known = new Set(asked.map(keyOf))
  return [
    ...asked.flatMap((line) => judged(line, given.get(keyOf(line))) ?? []),
    ...repeated,
    ...[...given.values()].filter((one) => !known.has(keyOf(one))).map((one) => finding(one, unasked)),
  ]
}
