import { isAgreed } from '../filing/agreement.js'
import { covers, whatChanged } from '../filing/changes.js'
import type { Command } from '../filing/command.js'
import type { Filing } from '../filing/filing.js'
import { frozenOfService, frozenOfSubject } from '../filing/frozen-by-register.js'
import { isFinal, isLocked } from '../filing/status.js'
import { formatServiceNumber, parseFilingNumber } from '../numbers/filing-number.js'
import { servicesInForce, type RegisterRecord, type RegisterSubject } from './register.js'

export type HeldRecord = RegisterRecord & { readonly subject: RegisterSubject }

/** All that is kept: what the register holds of every subject that ever was in it, and every filing. */
export interface WholeRegister {
  readonly records: readonly HeldRecord[]
  readonly filings: readonly Filing[]
}

/** One sentence that is true of every state of the register; `broken` names what contradicts it. */
export interface Invariant {
  readonly id: string
  readonly says: string
  broken(whole: WholeRegister): readonly string[]
}

const twice = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

const inForce = ({ records }: WholeRegister): HeldRecord[] => records.filter(({ subject }) => subject.state === 'in-force')

const subjectKey = ({ certificateType, certificateNumber }: RegisterSubject['content']): string => `${certificateType} ${certificateNumber}`

const running = ({ filings }: WholeRegister): Filing[] => filings.filter(({ status }) => isLocked(status) && !isFinal(status))

/** The certificate of the subject that a filing is about, be it filed already or not; of a move that both owners agreed on, those of both. */
const about = ({ records }: WholeRegister, filing: Filing): string[] => {
  const { content } = filing
  const keyOf = (number: string | undefined): string | undefined => {
    const held = records.find(({ subject }) => subject.number === number)
    return held && subjectKey(held.subject.content)
  }
  const own = keyOf(content.subjectNumber) ?? (content.form === 'registration' ? subjectKey(content.subject) : content.subjectNumber)
  return content.form === 'migration' && isAgreed(filing) ? [own, keyOf(content.receivingNumber) ?? content.receivingNumber] : [own]
}

/** Of what a filing is about, what is cancelled: subjects, and the services that it names. */
const cancelledUnder = ({ records }: WholeRegister, filing: Filing): string[] => {
  const { content } = filing
  const find = (number: string | undefined) => records.find(({ subject }) => subject.number === number)
  const own = find(content.subjectNumber)
  const named = (own?.services ?? []).filter(({ id, number }) => (content.form === 'registration' ? content.services.some((one) => one.id === id) : content.serviceNumbers.includes(number)))
  const receiving = content.form === 'migration' && isAgreed(filing) ? find(content.receivingNumber)?.subject : undefined
  return [own?.subject, receiving, ...named].flatMap((row) => (row?.state === 'cancelled' ? [row.number] : []))
}

const gapsIn = ({ records }: WholeRegister): string[] => {
  const series = new Map<string, number[]>()
  for (const { subject } of records) {
    const number = parseFilingNumber(subject.number)
    const name = `${number?.character} ${number?.year}`
    series.set(name, [...(series.get(name) ?? []), number?.serial ?? 0])
  }
  return [...series].flatMap(([name, serials]) => {
    const sorted = serials.sort((one, other) => one - other)
    return sorted.every((serial, at) => serial === at + 1) ? [] : [`${name}: ${sorted.join(' ')}`]
  })
}

const sequenceOf = ({ subject, services }: HeldRecord): string[] => {
  const given = services.map(({ index }) => index).sort((one, other) => one - other)
  const whole = given.length === subject.lastServiceIndex && given.every((index, at) => index === at + 1)
  return whole ? [] : [`${subject.number}: ${given.join(' ')} of ${subject.lastServiceIndex}`]
}

/** What the register must be whatever was done to it (promises P3, P7; icp-filing.md §5, §8). */
export const registerInvariants: readonly Invariant[] = [
  {
    id: 'I-01', says: 'no number is given twice, to subjects and services alike',
    broken: ({ records }) => twice(records.flatMap(({ subject, services }) => [subject.number, ...services.map(({ number }) => number)])),
  },
  { id: 'I-02', says: 'the numbers of a province and year begin with 1 and have no gap', broken: gapsIn },
  { id: 'I-03', says: 'the services of a subject, cancelled ones included, have the suffixes from 1 to the last one given', broken: ({ records }) => records.flatMap(sequenceOf) },
  {
    id: 'I-04', says: 'the number of a service is its subject’s number, its place in the sequence and the letter of its type',
    broken: ({ records }) => records.flatMap(({ subject, services }) => services.filter(({ number, index, type }) => number !== formatServiceNumber(subject.number, index, type)).map(({ number }) => number)),
  },
  {
    id: 'I-05', says: 'a cancelled subject has no service in force',
    broken: ({ records }) => records.filter((record) => record.subject.state === 'cancelled' && servicesInForce(record).length > 0).map(({ subject }) => subject.number),
  },
  { id: 'I-06', says: 'a certificate has one subject in force', broken: (whole) => twice(inForce(whole).map(({ subject }) => subjectKey(subject.content))) },
  {
    id: 'I-07', says: 'a domain has one website in force',
    broken: ({ records }) => twice(records.flatMap(servicesInForce).filter(({ type }) => type === 'website').map(({ content }) => content.domain)),
  },
  {
    id: 'I-08', says: 'an access belongs to one service, which has one through each provider',
    broken: ({ records }) => records.flatMap(({ services }) => services).flatMap(({ number, content }) =>
      [...twice(content.accesses.map(({ id }) => id)), ...twice(content.accesses.map(({ providerId }) => providerId))].map((what) => `${number}: ${what}`)),
  },
  { id: 'I-09', says: 'one filing of a subject is on its way at a time', broken: (whole) => twice(running(whole).flatMap((filing) => about(whole, filing))) },
  {
    id: 'I-10', says: 'a subject in force has one current certificate, a cancelled or hollow one has none, and the versions count from 1',
    broken: ({ records }) => records.filter((record) =>
      record.certificates.filter(({ state }) => state === 'current').length !== (record.subject.state === 'in-force' && servicesInForce(record).length > 0 ? 1 : 0)
      || record.certificates.some(({ version }, at) => version !== at + 1)).map(({ subject }) => subject.number),
  },
  {
    id: 'I-11', says: 'what is cancelled says since when, and what is in force does not',
    broken: ({ records }) => records.flatMap(({ subject, services }) => [subject, ...services])
      .filter(({ state, cancelledOn }) => (state === 'cancelled') !== (cancelledOn !== null)).map(({ number }) => number),
  },
  {
    id: 'I-12', says: 'a filing that waits for confirmations or for the administration was passed by every provider that it names',
    broken: ({ filings }) => filings.filter(({ status, passes }) =>
      ['awaiting-confirmation', 'in-review', 'approved'].includes(status) && passes.some(({ state }) => state !== 'passed')).map(({ id }) => id),
  },
  {
    id: 'I-13', says: 'a filing on its way is about nothing that is cancelled',
    broken: (whole) => running(whole).flatMap((filing) => cancelledUnder(whole, filing).map((number) => `${filing.id}: ${number}`)),
  },
]

/** What was done between two states: the one filing that it was done to ('' for what an administration cancels by force), and by which command. */
export interface Move {
  readonly before: WholeRegister
  readonly after: WholeRegister
  readonly filingId: string
  readonly command: Command['type'] | 'create' | 'save' | 'cancel-by-force'
}

export interface MoveInvariant {
  readonly id: string
  readonly says: string
  broken(move: Move): readonly string[]
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

const find = (whole: WholeRegister, id: string): Filing | undefined => whole.filings.find((one) => one.id === id)

const pairs = ({ before, after }: Move): (readonly [HeldRecord, HeldRecord | undefined])[] =>
  before.records.map((record) => [record, after.records.find(({ subject }) => subject.id === record.subject.id)])

const frozenBroken = ([was, is]: readonly [HeldRecord, HeldRecord | undefined]): string[] => [
  ...frozenOfSubject.filter((field) => is && was.subject.content[field] !== is.subject.content[field]).map((field) => `${was.subject.number}: ${field}`),
  ...was.services.flatMap((service) => {
    const now = is?.services.find(({ id }) => id === service.id)
    return now ? frozenOfService.filter((field) => service.content[field] !== now.content[field]).map((field) => `${service.number}: ${field}`) : []
  }),
]

const rowsOf = ({ records }: WholeRegister) => records.flatMap(({ subject, services }) => [subject, ...services])

const lockedChanges = ({ before, after, filingId, command }: Move): string[] => {
  const [was, is] = [find(before, filingId), find(after, filingId)]
  if (!was || !is || !isLocked(was.status)) return []
  const open = was.requests.filter(({ state }) => state === 'open').flatMap(({ fields }) => fields)
  return whatChanged(was.content, is.content).filter(({ path }) => command !== 'correct' || !open.some((field) => covers(field, path))).map(({ path }) => `${filingId}: ${path}`)
}

/** What no single act may do, whoever it comes from. */
export const moveInvariants: readonly MoveInvariant[] = [
  {
    id: 'M-01', says: 'the register changes only when a filing is approved or an administration cancels by force',
    broken: (move) => (move.command === 'approve' || move.command === 'cancel-by-force' || same(move.before.records, move.after.records) ? [] : [`by ${move.command}`]),
  },
  {
    id: 'M-02', says: 'a row of the register stays for ever, with its number and the day of its approval',
    broken: ({ before, after }) => {
      const now = new Map(rowsOf(after).map((row) => [row.id, row]))
      return rowsOf(before).filter((row) => now.get(row.id)?.number !== row.number || now.get(row.id)?.approvedOn !== row.approvedOn).map(({ number }) => number)
    },
  },
  {
    id: 'M-03', says: 'what is cancelled stays as it is',
    broken: (move) => pairs(move).flatMap(([was, is]) => was.services.filter(({ state }) => state === 'cancelled')
      .filter((service) => !same(is?.services.find(({ id }) => id === service.id), service)).map(({ number }) => number)
      .concat(was.subject.state === 'cancelled' && is?.subject.state !== 'cancelled' ? [was.subject.number] : [])),
  },
  { id: 'M-04', says: 'certificate and province of a subject, domain and type of a service never change', broken: (move) => pairs(move).flatMap(frozenBroken) },
  { id: 'M-05', says: 'a locked filing changes only under an open correction request, and only in the fields that it names', broken: lockedChanges },
  {
    id: 'M-06', says: 'a filing that has ended stays as it is',
    broken: ({ before, after }) => before.filings.filter(({ status }) => isFinal(status))
      .filter((filing) => !same(find(after, filing.id), filing)).map(({ id }) => id),
  },
  {
    id: 'M-07', says: 'an act touches one filing, or ends those whose record falls by force, raises their version by one and leaves whose they are and what kind',
    broken: ({ before, after, filingId, command }) => before.filings.filter((was) => {
      const is = find(after, was.id)
      if (!is) return isLocked(was.status) || was.id !== filingId
      if (was.id !== filingId && same(was, is)) return false
      if (was.id !== filingId && !(command === 'cancel-by-force' && is.status === 'refused' && same(was.content, is.content))) return true
      return is.kind !== was.kind || is.ownerAccountId !== was.ownerAccountId || is.version !== was.version + 1
    }).map(({ id }) => id),
  },
  { id: 'M-08', says: 'by force one service in force ends, or one subject with all of its own, and everything else of the register stays as it is', broken: (move) => forcedBroken(move) },
]

const forcedBroken = (move: Move): string[] => {
  if (move.command !== 'cancel-by-force') return []
  const touched = pairs(move).filter(([was, is]) => !same([was.subject, was.services], is && [is.subject, is.services]))
  const [only] = touched
  if (touched.length !== 1 || !only || move.after.records.length !== move.before.records.length) return [`${touched.length} records`]
  const [was, is] = only
  const falls = (row: { readonly number: string }): boolean => rowsOf({ records: [is ?? was], filings: [] }).find(({ number }) => number === row.number)?.state === 'cancelled'
  const ended = was.services.filter((service) => service.state === 'in-force' && falls(service))
  const right = falls(was.subject) ? ended.length === servicesInForce(was).length : ended.length === 1
  const others = is?.services.filter((service) => !ended.some(({ id }) => id === service.id)) ?? []
  return right && is?.services.length === was.services.length && others.every((service) => same(service, was.services.find(({ id }) => id === service.id))) ? [] : [was.subject.number]
}

/** Every invariant that a state contradicts, as `I-01 no number is given twice…: 京ICP备2026000001号`. */
export const brokenInvariants = (whole: WholeRegister): string[] =>
  registerInvariants.flatMap((one) => one.broken(whole).map((what) => `${one.id} ${one.says}: ${what}`))

export const brokenByMove = (move: Move): string[] => moveInvariants.flatMap((one) => one.broken(move).map((what) => `${one.id} ${one.says}: ${what}`))
