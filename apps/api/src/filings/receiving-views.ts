import type { ConfirmationView, FilingRow, FilingView } from '@icp/contract'
import { type Actor, type Filing, isAgreed, maskField, receivingCover } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { RegisterApi } from '../register/register.api.js'

/** Whether the reader is the owner of the receiving subject, and not the one who gives. */
export const receives = ({ ownerAccountId, receivingAccountId }: Pick<Filing, 'ownerAccountId' | 'receivingAccountId'>, actor: Actor): boolean =>
  actor.role === 'owner' && receivingAccountId === actor.accountId && ownerAccountId !== actor.accountId

/** The row as its reader may see it: who serves the website is no business of a receiving owner who has not agreed. */
export const rowFor = (row: FilingRow, filing: Filing, actor: Actor): FilingRow =>
  receives(filing, actor) ? { ...row, receiving: true, providers: isAgreed(filing) ? row.providers : [] } : row

type Sides = Pick<FilingView, 'migration'>

/** The two subjects of a migration as anybody can look them up. */
@Injectable()
export class ReceivingViews {
  constructor(private readonly register: RegisterApi) {}

  /** The receiving side is named from its agreement on; before, it would tell whoever typed the number that it leads to somebody. */
  async of(tx: EntityManager, filing: Filing): Promise<Sides> {
    if (filing.content.form !== 'migration') return {}
    const { subjectNumber, receivingNumber } = filing.content
    const subjects = await this.register.publicSubjects(tx, [subjectNumber, receivingNumber])
    const side = (number: string) => subjects.get(number) ?? { number, name: '', nature: '', services: [] }
    return { migration: { giving: side(subjectNumber), receiving: isAgreed(filing) ? side(receivingNumber) : null } }
  }
}

/** Of the other side's persons an owner is told that they are asked, and whether they have answered. */
const hidden = ({ name, ...others }: ConfirmationView): ConfirmationView => ({ ...others, name: maskField('name', name), mobile: '', onScreen: null })

const withPersonsOf = (view: FilingView, isOwn: (covers: readonly string[]) => boolean): FilingView =>
  ({ ...view, confirmations: view.confirmations.map((one) => (isOwn(one.covers) ? one : hidden(one))) })

/** As the owner of the receiving subject may see it: nothing that was said on the giving side, and only findings about the own one. */
export const asReceiver = (view: FilingView): FilingView => ({
  ...withPersonsOf(view, (covers) => covers.includes(receivingCover)),
  findings: view.findings.filter(({ path }) => path === 'receivingNumber'),
  requests: [], corrections: [], refusedFrom: null,
  history: view.history.map((event) => (event.by.role === 'provider' ? { ...event, note: null } : event)),
})

/** As the giving owner may see it: without the persons of the receiving subject. */
export const asGiver = (view: FilingView): FilingView =>
  view.kind === 'migrate-service' ? withPersonsOf(view, (covers) => covers.some((cover) => cover !== receivingCover)) : view
