import pg from 'pg'
import { columnTypes, sessionOptions } from '../../platform/database.js'
import { canonicalJson } from '../../platform/digest.js'
import { checkpointColumns } from '../checkpoints/checkpoints.repository.js'
import type { ExportLine } from './export-line.js'

const atOnce = 2000
/** A picture is some hundred kilobytes. */
const papersAtOnce = 20

interface Part {
  readonly line: ExportLine['line']
  readonly sql: string
  /** Rows that are fetched together; left out: `atOnce`. */
  readonly step?: number
}

const day = (column: string) => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`
const entryColumns = `
  entry.chain, entry.position, entry.at, entry.actor, entry.action, entry.filing_id AS "filingId", entry.object_type AS "objectType", entry.object_id AS "objectId",
  entry.digest, entry.detail, entry.previous, entry.hash`

const certificateKey = `, certificate_key AS "certificateKey",
            (SELECT json_build_object('keyId', key_id, 'suite', suite) FROM fingerprint_keys WHERE use = 'search') AS "madeWith"`

const correctionTexts = `,
            json_build_object('id', correction.id, 'byName', correction.by_name, 'reason', correction.reason, 'changes', correction.changes) AS content`

/** In the order of ExportLine. Everything but `content` is without personal data; `content` is sealed, and left out unless asked for. */
const parts = (content: string): readonly Part[] => [
  { line: 'checkpoint', sql: `SELECT ${checkpointColumns} FROM audit_checkpoints ORDER BY number` },
  {
    line: 'entry',
    sql: `SELECT log.sequence, log.hash AS logged, log.chain AS "logChain", log.position AS "logPosition", ${entryColumns}
          FROM audit_log log LEFT JOIN audit_entries entry ON entry.chain = log.chain AND entry.position = log.position ORDER BY log.sequence`,
  },
  {
    line: 'entry',
    sql: `SELECT NULL AS sequence, NULL AS logged, ${entryColumns} FROM audit_entries entry
            LEFT JOIN audit_waiting waiting ON waiting.chain = entry.chain AND waiting.position = entry.position
          WHERE NOT EXISTS (SELECT 1 FROM audit_log log WHERE log.chain = entry.chain AND log.position = entry.position) ORDER BY waiting.arrived, entry.chain, entry.position`,
  },
  { line: 'filing', sql: `SELECT id, reference, kind, status, version, result, round, owner_account_id AS "ownerAccountId", province${content && ', subject_name AS "subjectName"'} FROM filings ORDER BY id` },
  {
    line: 'revision',
    sql: `SELECT filing_id AS "filingId", number, cause, at, digest${content} FROM filing_revisions ORDER BY filing_id, number`,
  },
  {
    line: 'correction',
    sql: `SELECT correction.filing_id AS "filingId", correction.revision, correction.request_id AS "requestId", coalesce(request.state, 'missing') AS "requestState",
            correction.provider_id AS "providerId", correction.provider_name AS "providerName", correction.by_account_id AS "byAccountId", correction.at${content && correctionTexts}
          FROM corrections correction LEFT JOIN correction_requests request ON request.id = correction.request_id AND request.filing_id = correction.filing_id
          ORDER BY correction.filing_id, correction.revision`,
  },
  {
    line: 'sheet',
    sql: `SELECT id, filing_id AS "filingId", provider_id AS "providerId", by_account_id AS "byAccountId", revision, provider_name AS "providerName", at${content && ', lines AS content'}
          FROM verification_sheets ORDER BY filing_id, number`,
  },
  {
    line: 'pass',
    sql: `SELECT filing_id AS "filingId", provider_id AS "providerId", state, provider_name AS "providerName", by_account_id AS "byAccountId", at,
            remark IS NOT NULL AS noted${content && ', remark AS content'} FROM filing_passes ORDER BY filing_id, position`,
  },
  {
    line: 'confirmation',
    sql: `SELECT confirmation.id, filing_id AS "filingId", confirmation.state, confirmation.round = filing.round AS newest
          FROM confirmations confirmation JOIN filings filing ON filing.id = filing_id ORDER BY filing_id, confirmation.round, position`,
  },
  {
    line: 'decision',
    sql: `SELECT id, filing_id AS "filingId", decision, by_account_id AS "byAccountId", round, by_name AS "byName", at${content && `, json_build_object('opinion', opinion, 'findings', findings) AS content`}
          FROM review_decisions ORDER BY filing_id, "position"`,
  },
  {
    line: 'event',
    sql: `SELECT filing_id AS "filingId", at, action, role, name, status, note IS NOT NULL AS noted${content && ', note AS content'} FROM filing_events ORDER BY filing_id, id`,
  },
  {
    line: 'paper', step: papersAtOnce,
    sql: `SELECT id, filing_id AS "filingId", purpose, about, digest, false AS earlier${content && ', bytes AS content'} FROM filing_papers
          UNION ALL SELECT id, filing_id, purpose, about, digest, true${content && ', bytes'} FROM earlier_papers ORDER BY "filingId", earlier, id`,
  },
  {
    line: 'subject',
    sql: `SELECT id, number, name, nature, province, state, ${day('approved_at')} AS "approvedOn", ${day('cancelled_at')} AS "cancelledOn",
            owner_account_id AS "ownerAccountId", last_service_index AS "lastServiceIndex"${content && certificateKey}${content}
          FROM register_subjects ORDER BY id`,
  },
  {
    line: 'service',
    sql: `SELECT id, subject_id AS "subjectId", number, type, name, domain, domain_key AS "domainKey", package_names AS "packageNames", state, ${day('approved_at')} AS "approvedOn", ${day('cancelled_at')} AS "cancelledOn", moved_to AS "movedTo",
            (SELECT coalesce(json_agg(json_build_object('providerId', access.provider_id, 'modes', access.modes, 'places', access.places, 'ipRanges', access.ip_ranges)
                                      ORDER BY access.position), '[]')
             FROM register_accesses access WHERE access.service_id = service.id) AS accesses${content}
          FROM register_services service ORDER BY subject_id, service_index`,
  },
  { line: 'counter', sql: 'SELECT province, year, last FROM number_counters ORDER BY province, year' },
  {
    line: 'certificate',
    sql: `SELECT id, subject_id AS "subjectId", version, code, subject_number AS "subjectNumber", subject_name AS "subjectName", issued_at AS "issuedAt", state,
            ended_at AS "endedAt", replaced_by AS "replacedBy", owner_account_id AS "ownerAccountId", province, services, payload, translate(encode(signature, 'base64'), E'\\n', '') AS signature,
            translate(encode(signer, 'base64'), E'\\n', '') AS signer, sha256, encode(sha256(pdf), 'hex') AS "paperSha256"
          FROM certificates ORDER BY subject_id, version`,
  },
  { line: 'acceptance', sql: 'SELECT account_id AS "accountId", document, version, accepted_at AS "acceptedAt" FROM acceptances ORDER BY account_id, document, version' },
  {
    line: 'read',
    sql: `SELECT id, at, reader_account_id AS "readerAccountId", reader_role AS "readerRole", provider_id AS "providerId", province, owner_account_id AS "ownerAccountId",
            filing_id AS "filingId", revision, path, reason, note IS NOT NULL AS noted${content && ', note AS content'} FROM personal_reads ORDER BY id`,
  },
]

/** Reads the database as it is at one moment, by its own time, as an export, for the installation itself: nobody's own rows, but everybody's. Needs a role that may read these tables; changes nothing. */
export async function* exportLines(url: string, { at, contents, role }: { at?: string; contents: boolean; role: string | undefined }): AsyncGenerator<ExportLine> {
  const client = new pg.Client({ connectionString: url, types: columnTypes, options: `${sessionOptions(role)} -c icp.role=house -c icp.reach=filings,register,certificates`, application_name: 'icp-verify' })
  client.on('error', () => {})
  await client.connect()
  let lines = 0
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // A long reading leaves its transaction idle while it hashes.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    lines += 1
    yield { line: 'header', format: 'icp-audit-export/1', steps: true, history: true, people: true, at: at ?? (await client.query<{ now: string }>('SELECT now()')).rows[0]!.now }
    for (const part of parts(contents ? ', content' : '')) {
      for await (const line of rowsOf(client, part)) {
        lines += 1
        yield line
      }
    }
    yield { line: 'end', lines }
  } finally {
    await client.end()
  }
}

async function* rowsOf(client: pg.Client, { line, sql, step = atOnce }: Part): AsyncGenerator<ExportLine> {
  await client.query(`DECLARE part NO SCROLL CURSOR FOR ${sql}`)
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(`FETCH ${step} FROM part`)
    for (const row of rows) yield lineOf(line, row)
    if (rows.length < step) break
  }
  await client.query('CLOSE part')
}

function lineOf(line: ExportLine['line'], row: Record<string, unknown>): ExportLine {
  if (line !== 'entry') return { line, ...row } as ExportLine
  const { logChain, logPosition, ...entry } = row
  if (entry['hash'] !== null) return { line, ...entry } as unknown as ExportLine
  return { line: 'gap', sequence: Number(row['sequence']), chain: String(logChain), position: Number(logPosition), logged: String(row['logged']) }
}

/** The same as the text of a file, JSON lines. */
export async function* exportText(...given: Parameters<typeof exportLines>): AsyncGenerator<string> {
  for await (const line of exportLines(...given)) yield `${canonicalJson(line)}\n`
}
