import { type Actor, confirmationsFor, emptySubject, type Filing, personOf, receivingCover, type RegisterRecord } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'
import { changedAnswer } from './changed-answer.js'
import { FilingFindings } from './filing-findings.js'
import { FilingSteps } from './filing-steps.js'
import { VerificationSheets } from './verification-sheets.js'

/** What a provider says of a filing that names it; refusing is also the reviewer's. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: FilingSteps,
    private readonly findings: FilingFindings,
    private readonly sheets: VerificationSheets,
    private readonly register: RegisterApi,
  ) {}

  /** The last pass sends the codes to the responsible persons, or, for a kind that nobody confirms, the filing to review. */
  pass(actor: Actor, id: string, { version, remark, sheet: answers }: Parsed<'passFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'pass', version)
      const { filing } = record
      const { subjectNumber } = filing.content
      const held = subjectNumber === undefined ? undefined : await this.register.findToJudgeBy(tx, subjectNumber)
      const receiving = filing.content.form === 'migration' ? await this.register.findToJudgeBy(tx, filing.content.receivingNumber) : undefined
      const confirmations = confirmationsFor(filing.kind, filing.content, held?.record, receiving?.record).map((draft) => ({ ...draft, id: randomUUID() }))
      const mails = new Map(confirmations.map((one) => [one.id, mailOf(filing, one.covers[0] ?? '', held?.record, receiving?.record)]))
      const findings = await this.findings.ofRecord(tx, record, actor)
      const asked = actor.role === 'provider' ? await this.sheets.asked(tx, filing, actor.providerId, held?.record) : []
      const command = { type: 'pass' as const, findings, confirmations, sheet: { asked, answers }, ...(remark ? { remark } : {}) }
      return changedAnswer(await this.steps.take(tx, record, command, actor, { mails, ...(remark ? { note: remark } : {}) }))
    })
  }

  refuse(actor: Actor, id: string, { version, reason }: Parsed<'refuseFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'refuse', version)
      return changedAnswer(await this.steps.take(tx, record, { type: 'refuse', reason }, actor, { note: reason }))
    })
  }
}

/** Where the person who answers for `covers` (`subject`, a service's id, or its number when the register answers) gets mail; '' when that is not known. */
const mailOf = ({ content }: Filing, covers: string, record: RegisterRecord | undefined, receiving: RegisterRecord | undefined): string => {
  if (covers === receivingCover) return receiving?.subject?.content.person.email ?? ''
  const entry = record?.services.find((one) => one.number === covers)
  const subject = (content.form === 'registration' && !entry ? content.subject : record?.subject?.content) ?? emptySubject()
  if (covers === 'subject') return subject.person.email
  const service = entry?.content ?? (content.form === 'registration' ? content.services.find((one) => one.id === covers) : undefined)
  return service ? personOf({ form: 'registration', subject, services: [] }, service).email : ''
}
