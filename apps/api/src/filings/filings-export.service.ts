import { type Actor, findProvince, kindWords, type Language, say, shanghaiDay, statusFaces } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import type { Answer, Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { csv } from '../platform/csv.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import type { FilingEntity, FilingSummary } from './filing.entity.js'
import { conditionsOf } from './list-conditions.js'

type Row = Pick<FilingEntity, 'id' | 'reference' | 'kind' | 'status' | 'province' | 'subjectName' | 'finishedAt' | 'statusSince' | 'result'> & { readonly summary: FilingSummary }

/** One file takes so many; whoever needs others narrows the list. */
const most = 5000

const headings: Readonly<Record<Language, readonly string[]>> = {
  zh: ['受理编号', '备案类型', '状态', '主办者', '所在省', '网站', '域名', '接入服务提供者', '提交时间', '状态更新时间', '备案号'],
  en: ['Submission number', 'Kind', 'Status', 'Owner', 'Province', 'Websites', 'Domains', 'Access providers', 'Handed in', 'Status since', 'Filing numbers'],
}

/** Beijing time. */
const moment = (instant: string | null): string => (instant === null ? '' : new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' '))

/** A list of filings as a file. It holds what the list shows, and so no number, phone or address; the audit holds who took which filings along. */
@Injectable()
export class FilingsExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
  ) {}

  export(actor: Actor, { language, ...query }: Parsed<'exportFilings'>['query']): Promise<Answer<'exportFilings'>> {
    return this.transactions.write(null, async (tx) => {
      const now = this.clock.now()
      const { where, values } = conditionsOf(actor, query, now, await this.workingDays.calendar(tx))
      const { rows } = await statement<Row>(
        tx,
        `SELECT f.id, f.reference, f.kind, f.status, f.province, f.subject_name AS "subjectName", f.summary, f.finished_at AS "finishedAt", f.status_since AS "statusSince", f.result
           FROM filings f WHERE ${where} ORDER BY f.status_since DESC, f.id LIMIT ${most + 1}`,
        values,
      )
      const taken = rows.slice(0, most)
      await this.audit.noteRead(tx, { actor, action: 'filing.export', objects: taken.map(({ id }) => `filing:${id}`), detail: { rows: taken.length } })
      return {
        fileName: `filings-${shanghaiDay(now)}.csv`, rows: taken.length, cut: rows.length > most, csv: csv(headings[language], taken.map((row) => cellsOf(row, language))),
      }
    })
  }
}

const cellsOf = ({ reference, kind, status, province, subjectName, summary, finishedAt, statusSince, result }: Row, language: Language): string[] => {
  const place = findProvince(province)
  const list = (texts: readonly string[]) => texts.join(language === 'zh' ? '、' : ', ')
  return [
    reference ?? '', say(kindWords[kind], language), say(statusFaces[status].word, language), subjectName, place ? place[language] : province, list(summary.services.map(({ name }) => name)),
    list(summary.services.map(({ domain }) => domain)), list(summary.providers.map(({ name }) => name)), moment(finishedAt), moment(statusSince),
    result ? list([result.subjectNumber, ...result.serviceNumbers]) : '',
  ]
}
