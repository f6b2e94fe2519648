import { digestOfBasis, type ReadDigests } from '../../personal-data/read-digests.api.js'
import type { RowDigests } from '../../filings/row-digests.api.js'
import type { EntryLine } from './export-line.js'
import { NamedRows } from './named-rows.js'

export interface FilingFacts {
  /** Each finish and correction, in order. */
  readonly revisions: { readonly cause: 'finish' | 'correct'; readonly digest: string | null; readonly receipt: unknown; readonly rows: RowDigests | undefined }[]
  /** Where the last step led to; undefined before finish. */
  status: string | undefined
  version: number
  /** What it proposes; undefined where no step says it. */
  kind: string | undefined
  entered: RegisterEntry | undefined
  certificateId: string | null
  /** Account id of whoever began it; undefined when a provider did for the owner. */
  createdBy: string | undefined
  /** Ids of providers who passed it, ever. */
  readonly passedBy: Set<string>
  /** Ids of confirmations that were answered. */
  readonly confirmed: Set<string>
  /** Approvals, returns and refusals, a provider's too, in order: command and account. */
  readonly decisions: string[]
  /** What steps say of the rows that they wrote; those of older releases say nothing. */
  readonly history: NamedRows
  readonly judged: NamedRows
  /** The newest of each provider. */
  readonly passes: Map<string, RowDigests>
  /** Of the newest content. */
  listed: string | undefined
  /** From the first entry on, so that there are no other rows. */
  namesAll: boolean
  /** A draft that was thrown away. */
  discarded: boolean
  /** How often all providers have passed it. */
  rounds: number
}

/** An act as the audit has it: when, and where in the log of all entries; null until a checkpoint covers it. */
export interface Noted {
  readonly at: string
  readonly sequence: number | null
}

/** A verification sheet, as the entry of the pass has it. */
export interface NotedSheet {
  readonly filingId: string
  readonly providerId: string
  readonly byAccountId: string
  readonly digest: unknown
  /** Of the row beside the answers. */
  readonly row: string | undefined
}

/** A look at personal data, as its entry has it. */
export interface NotedRead {
  /** Of who looked, of which filing, and why. */
  readonly basis: string
  /** Of the whole row; undefined in an entry of an older release, as is the note's. */
  readonly row: string | undefined
  readonly note: string | undefined
}

/** By document and version: when, where an entry says it. */
export interface NotedAcceptances {
  /** Its registration is among the entries, so that each acceptance has one. */
  isWhole: boolean
  readonly accepted: Map<string, { readonly at: string | undefined }>
}

export interface RegisterEntry {
  readonly digest: string | null
  readonly facts: unknown
  readonly subjectNumber: unknown
  readonly serviceNumbers: unknown
}

export interface FilingPaper {
  readonly digest: string | null
  readonly purpose: unknown
  readonly about: unknown
  /** Replaced or taken away, and kept. */
  readonly earlier: boolean
}

const decisions: readonly string[] = ['filing.approve', 'filing.return', 'filing.refuse']

/** What the audit entries say that the rest of the database must agree with. */
export class Facts {
  readonly filings = new Map<string, FilingFacts>()
  /** By subject id: what the last approval or clearing left in the register. */
  readonly register = new Map<string, RegisterEntry>()
  /** By subject id: the filing that first entered it, and so whose it is. */
  readonly enteredBy = new Map<string, string>()
  readonly payloads = new Map<string, string | null>()
  /** By certificate id. */
  readonly issues = new Map<string, Noted>()
  /** By their own id. */
  readonly sheets = new Map<string, NotedSheet>()
  /** By id of their row. */
  readonly reads = new Map<string, NotedRead>()
  /** By account. */
  readonly acceptances = new Map<string, NotedAcceptances>()
  readonly revocations: (Noted & { readonly key: string; readonly revocation: unknown })[] = []
  readonly papers = new Map<string, string | null>()
  /** By filing and by their own id: what was handed in with a filing and is still to be there. */
  readonly filingPapers = new Map<string, Map<string, FilingPaper>>()

  entry({ action, actor, filingId, objectId, digest, detail, at, sequence, position }: EntryLine): void {
    const rows = rowsIn(detail)
    if (filingId && rows && /^(?:filing|paper)\./.test(action)) this.rows(this.filing(filingId), rows, { actor, isFirst: position === 1 })
    switch (action) {
      case 'register.enter':
      case 'register.clear':
      case 'register.force': {
        const entry = { digest, facts: detail['facts'], subjectNumber: detail['subjectNumber'], serviceNumbers: detail['serviceNumbers'] }
        this.register.set(objectId, entry)
        if (filingId) this.filing(filingId).entered = entry
        if (filingId && !this.enteredBy.has(objectId)) this.enteredBy.set(objectId, filingId)
        return
      }
      case 'certificate.issue': {
        this.payloads.set(objectId, digest)
        this.issues.set(objectId, { at, sequence })
        if (filingId) this.filing(filingId).certificateId = objectId
        return
      }
      case 'signer.revoke': return void this.revocations.push({ key: objectId, revocation: detail['revocation'], at, sequence })
      case 'paper.put':
      case 'paper.take-away': return void (filingId && this.paper(filingId, { action, objectId, digest, detail }))
      // With a draft its papers go, whoever threw it away.
      case 'filing.discard': {
        if (filingId) this.filingPapers.delete(filingId)
        if (filingId) this.filing(filingId).discarded = true
        break
      }
      case 'filing.create': return void (filingId && 'accountId' in actor && (this.filing(filingId).createdBy = actor.accountId))
      case 'filing.reveal':
      case 'paper.open': return this.read(actor, detail)
      case 'account.register':
      case 'account.accept': return this.accepted(objectId, action, detail)
      case 'certificate.draw': return void this.papers.set(objectId, digest)
      default:
    }
    if (filingId) this.answer(filingId, { action, actor, detail })
    if (filingId && typeof detail['ownerAccountId'] === 'string') this.filing(filingId).createdBy = detail['ownerAccountId']
    if (filingId && action.startsWith('filing.')) this.step(this.filing(filingId), action.slice('filing.'.length), digest, detail)
  }

  private read(actor: EntryLine['actor'], detail: EntryLine['detail']): void {
    const { read, reason, objects } = detail
    const filingId = Array.isArray(objects) ? /^filing:(.+)$/.exec(String(objects[0]))?.[1] : undefined
    if (typeof read !== 'string' || !filingId || !('accountId' in actor)) return
    const basis = digestOfBasis({
      readerAccountId: actor.accountId, readerRole: actor.role, providerId: 'providerId' in actor ? actor.providerId : null, province: 'province' in actor ? actor.province : null,
      filingId, reason: String(reason),
    })
    const said = detail['rows'] as Partial<ReadDigests> | undefined
    this.reads.set(read, { basis, row: said?.read, note: said?.note })
  }

  private accepted(accountId: string, action: string, { accepted, acceptedAt, document, version }: EntryLine['detail']): void {
    const known = this.acceptances.get(accountId) ?? { isWhole: false, accepted: new Map<string, { at: string | undefined }>() }
    this.acceptances.set(accountId, known)
    if (action === 'account.register') known.isWhole = true
    const [all, times] = action === 'account.register' ? [listOf(accepted), listOf(acceptedAt)] : [[`${document} ${version}`], listOf([acceptedAt])]
    // What is accepted again stays as it was.
    for (const [at, one] of all.entries()) if (!known.accepted.has(one)) known.accepted.set(one, { at: times[at] })
  }

  private rows(filing: FilingFacts, { event, note, decision, opinion, pass, remark, listed }: RowDigests, { actor, isFirst }: { readonly actor: EntryLine['actor']; readonly isFirst: boolean }): void {
    if (event) filing.history.add(`${event} ${note !== undefined}`, note)
    if (decision) filing.judged.add(decision, opinion)
    if (pass && actor.role === 'provider') filing.passes.set(actor.providerId, { pass, ...(remark ? { remark } : {}) })
    if (listed) filing.listed = listed
    if (isFirst) filing.namesAll = true
  }

  private paper(filingId: string, { action, objectId, digest, detail }: Pick<EntryLine, 'action' | 'objectId' | 'digest' | 'detail'>): void {
    const papers = this.filingPapers.get(filingId) ?? new Map<string, FilingPaper>()
    this.filingPapers.set(filingId, papers)
    if (action === 'paper.put') papers.set(objectId, { digest, purpose: detail['purpose'], about: detail['about'], earlier: false })
    const gone = action === 'paper.put' ? detail['replaces'] : objectId
    if (typeof gone === 'string') {
      const paper = papers.get(gone)
      if (paper && detail['kept'] === true) papers.set(gone, { ...paper, earlier: true })
      else papers.delete(gone)
    }
    // A paper of the owner's moves the version of a locked filing on.
    if (typeof detail['version'] === 'number') this.filing(filingId).version = detail['version']
  }

  private answer(filingId: string, { action, actor, detail }: Pick<EntryLine, 'action' | 'actor' | 'detail'>): void {
    if (actor.role === 'responsible-person' && action === 'filing.confirm') this.filing(filingId).confirmed.add(actor.confirmationId)
    if ('accountId' in actor && decisions.includes(action)) this.filing(filingId).decisions.push(`${action.slice('filing.'.length)} ${actor.accountId}`)
    if (actor.role !== 'provider' || (action !== 'filing.pass' && action !== 'filing.end-access')) return
    const { providerId, accountId: byAccountId } = actor
    this.filing(filingId).passedBy.add(providerId)
    if (typeof detail['sheet'] === 'string') this.sheets.set(detail['sheet'], { filingId, providerId, byAccountId, digest: detail['sheetDigest'], row: rowsIn(detail)?.sheet })
  }

  private step(filing: FilingFacts, command: string, digest: string | null, detail: EntryLine['detail']): void {
    if (typeof detail['to'] !== 'string') return
    if (command === 'pass' && detail['to'] !== detail['from']) filing.rounds += 1
    filing.status = detail['to']
    if (typeof detail['kind'] === 'string') filing.kind = detail['kind']
    filing.version = Number(detail['version'])
    // A provider that ends its own access hands in with the same step.
    if (command === 'finish' || command === 'end-access' || command === 'correct') filing.revisions.push({ cause: command === 'correct' ? 'correct' : 'finish', digest, receipt: detail['receipt'], rows: rowsIn(detail) })
  }

  /** Whose a subject is, as the audit has it; undefined where it does not say. */
  ownerOf(subjectId: string): string | undefined {
    const filingId = this.enteredBy.get(subjectId)
    return filingId === undefined ? undefined : this.filings.get(filingId)?.createdBy
  }

  private filing(id: string): FilingFacts {
    const known = this.filings.get(id)
    if (known) return known
    const filing: FilingFacts = {
      revisions: [], status: undefined, version: 0, kind: undefined, entered: undefined, certificateId: null, createdBy: undefined, passedBy: new Set(), confirmed: new Set(), decisions: [],
      history: new NamedRows(), judged: new NamedRows(), passes: new Map(), listed: undefined, namesAll: false, discarded: false, rounds: 0,
    }
    this.filings.set(id, filing)
    return filing
  }
}

/** By what an entry names the rows that its step wrote; undefined in one of an older release. */
const rowsIn = (detail: EntryLine['detail']): RowDigests | undefined => (typeof detail['rows'] === 'object' && detail['rows'] !== null ? detail['rows'] : undefined)

const listOf = (said: unknown): string[] => (Array.isArray(said) ? said.filter((one) => one !== undefined).map(String) : [])
