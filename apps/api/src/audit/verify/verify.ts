import type { VerifiedKind, VerifiedPart } from '@icp/contract'
import type { KeyObject } from 'node:crypto'
import type { SignedCheckpoint } from '../checkpoints/checkpoint.js'
import type { CheckpointLine } from '../checkpoints/checkpoint-files.js'
import { AcceptancesCheck } from './acceptances-check.js'
import { CertificatesCheck } from './certificates-check.js'
import { CheckpointsCheck } from './checkpoints-check.js'
import { EntriesCheck } from './entries-check.js'
import type { DecisionLine, EventLine, ExportLine } from './export-line.js'
import { Facts } from './facts.js'
import { type DigestOfReason, type DigestOfRevision, FilingsCheck } from './filings-check.js'
import { type DigestOfText, HistoryCheck, rowOfDecision, rowOfEvent } from './history-check.js'
import { type DigestOfRecord, type KeyOfSubject, type PackagesOf, RegisterCheck } from './register-check.js'
import { type DigestOfPaper, PapersCheck } from './papers-check.js'
import { type DigestOfReadNote, ReadsCheck } from './reads-check.js'
import { Report } from './report.js'
import { SignersCheck } from './signers-check.js'
import { type DigestOfRemark, type DigestOfSheet, StepsCheck } from './steps-check.js'

export interface Evidence {
  /** Kept outside of the database, oldest first. */
  readonly checkpoints: readonly CheckpointLine[]
  readonly publicKeys: readonly KeyObject[]
  /** PEM of the certificate authority's root. */
  readonly root?: string | undefined
  /** The list of revoked signers that is published; the audit knows them without it. */
  readonly revoked?: string | undefined
  /** Where the keys are: opens stored contents. */
  readonly digests?: Digests | undefined
}

export interface Digests {
  readonly ofRevision: DigestOfRevision
  readonly ofReason: DigestOfReason
  readonly ofRecord: DigestOfRecord
  readonly ofPaper: DigestOfPaper
  readonly ofSheet: DigestOfSheet
  readonly ofRemark: DigestOfRemark
  readonly ofNote: DigestOfText<EventLine>
  readonly ofOpinion: DigestOfText<DecisionLine>
  readonly ofReadNote: DigestOfReadNote
  readonly keyOf: KeyOfSubject
  readonly packagesOf: PackagesOf
}

export interface Verdict {
  readonly whole: boolean
  readonly parts: VerifiedPart[]
  readonly entries: number
  readonly checkpoint: SignedCheckpoint | null
}

const kindOf: Readonly<Record<ExportLine['line'], VerifiedKind>> = {
  header: 'entries', checkpoint: 'checkpoints', entry: 'entries', gap: 'log', filing: 'approvals', revision: 'revisions', correction: 'corrections', paper: 'papers', sheet: 'approvals', pass: 'approvals', confirmation: 'approvals', decision: 'approvals', event: 'approvals',
  subject: 'register', service: 'register', counter: 'numbers', certificate: 'certificates', acceptance: 'acceptances', read: 'reads', end: 'entries',
}

/**
 * Looks at a whole export, or at the database read as one, and says what is wrong, the first of each kind by its place. Keeps the ends of chains and what
 * they say of filings in memory, not the entries.
 */
export async function verify(
  lines: AsyncIterable<ExportLine> | Iterable<ExportLine>, evidence: Evidence, progress?: (kind: VerifiedKind, lines: number) => void,
): Promise<Verdict> {
  const report = new Report()
  const facts = new Facts()
  const entries = new EntriesCheck(report, evidence.checkpoints.at(-1)?.at)
  const checkpoints = new CheckpointsCheck(report, evidence.checkpoints, evidence.publicKeys)
  const filings = new FilingsCheck(report, facts, evidence.digests)
  const papers = new PapersCheck(report, facts, evidence.digests?.ofPaper)
  const steps = new StepsCheck(report, facts, evidence.digests)
  const history = new HistoryCheck<EventLine>(report, facts, { rowOf: rowOfEvent, namedIn: (filing) => filing.history, textOf: evidence.digests?.ofNote })
  const judged = new HistoryCheck<DecisionLine>(report, facts, { rowOf: rowOfDecision, namedIn: (filing) => filing.judged, textOf: evidence.digests?.ofOpinion })
  const register = new RegisterCheck(report, facts, evidence.digests)
  const signers = new SignersCheck(report, facts, evidence.root, evidence.revoked)
  const certificates = new CertificatesCheck(report, facts, register.held, signers)
  const acceptances = new AcceptancesCheck(report, facts)
  const reads = new ReadsCheck(report, facts, evidence.digests?.ofReadNote)
  let [seen, count, ended] = [0, 0, false]
  for await (const line of lines) {
    switch (line.line) {
      case 'header':
        steps.hasLines = line.steps === true
        history.hasLines = judged.hasLines = line.history === true
        acceptances.hasLines = reads.hasLines = line.people === true
        break
      case 'checkpoint': checkpoints.copy(line); break
      case 'entry':
        count += 1
        entries.entry(line)
        facts.entry(line)
        if (line.sequence !== null) checkpoints.leaf(line.hash)
        break
      case 'gap':
        entries.gap(line)
        checkpoints.leaf(line.logged)
        break
      case 'filing': filings.filing(line); break
      case 'revision': filings.revision(line); break
      case 'correction': filings.correction(line); break
      case 'sheet': steps.sheet(line); break
      case 'pass': steps.pass(line); break
      case 'confirmation': steps.confirmation(line); break
      case 'decision':
        steps.decision(line)
        judged.line(line)
        break
      case 'event': history.line(line); break
      case 'paper': papers.paper(line); break
      case 'subject': register.subject(line); break
      case 'service': register.service(line); break
      case 'counter': register.counter(line); break
      case 'certificate': certificates.certificate(line); break
      case 'acceptance': acceptances.acceptance(line); break
      case 'read': reads.read(line); break
      case 'end':
        ended = true
        report.expect(line.lines === seen, 'entries', 'export', 'incomplete')
    }
    seen += 1
    progress?.(kindOf[line.line], seen)
  }
  if (!ended) report.wrong('entries', 'export', 'incomplete')
  checkpoints.end()
  filings.end()
  papers.end()
  steps.end()
  history.end()
  judged.end()
  register.end()
  certificates.end()
  signers.end()
  acceptances.end()
  reads.end()
  return { whole: report.isWhole, parts: report.all, entries: count, checkpoint: checkpoints.last }
}
