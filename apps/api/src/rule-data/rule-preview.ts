import type { RulePreview } from '@icp/contract'
import { type Finding, findingsFor, type RuleContext, type RuleData, type RuleEntry, shanghaiDay, withPublished } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { FilingsApi, type RunningContent } from '../filings/filings.api.js'
import { actAs, house } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'
import { domainToAscii } from '../register/subject-key.api.js'
import { DueDaysPreviewer } from './due-days-preview.js'
import { RuleDataApi } from './rule-data.api.js'

/** So many filings in one preview, and so many opened at once. */
const most = 10_000
const atOnce = 50

const keyOf = ({ rule, path, severity }: Finding): string => `${rule} ${severity} ${path}`
const beyond = (these: readonly Finding[], those: readonly Finding[]): Finding[] => {
  const known = new Set(those.map(keyOf))
  return these.filter((finding) => !known.has(keyOf(finding)))
}

/** Whose filings an entry can touch; '' = the whole country's. */
const provinceOf = (entry: RuleEntry): string => {
  switch (entry.of) {
    case 'parameter': return entry.province
    case 'code': return ''
    // Working days are those of the whole country; they are counted, not judged by rules.
    case 'year': return ''
    case 'division': return `${entry.code.slice(0, 2)}0000`
  }
}

type PreviewRow = { -readonly [Key in keyof RulePreview['rows'][number]]: RulePreview['rows'][number][Key] }
type PreviewRule = { -readonly [Key in keyof RulePreview['rules'][number]]: RulePreview['rules'][number][Key] }

/** Counts by kind and status, and by rule. Nothing of a filing but its kind and status is kept. */
class Tally {
  private readonly rows = new Map<string, PreviewRow>()
  private readonly rules = new Map<string, PreviewRule>()
  judged = 0
  changed = 0

  add({ kind, status }: RunningContent, gained: readonly Finding[], lost: readonly Finding[]): void {
    const row = this.rows.get(`${kind} ${status}`) ?? { kind, status, judged: 0, gaining: 0, stopped: 0, losing: 0 }
    this.rows.set(`${kind} ${status}`, row)
    this.judged += 1
    row.judged += 1
    if (gained.length > 0 || lost.length > 0) this.changed += 1
    if (gained.length > 0) row.gaining += 1
    if (gained.some(({ severity }) => severity === 'block')) row.stopped += 1
    if (lost.length > 0) row.losing += 1
    for (const finding of gained) this.ruleOf(finding).gained += 1
    for (const finding of lost) this.ruleOf(finding).lost += 1
  }

  private ruleOf({ rule, severity }: Finding): PreviewRule {
    const held = this.rules.get(`${rule} ${severity}`) ?? { rule, severity, gained: 0, lost: 0 }
    this.rules.set(`${rule} ${severity}`, held)
    return held
  }

  get counts(): Pick<RulePreview, 'judged' | 'changed' | 'rows' | 'rules'> {
    return { judged: this.judged, changed: this.changed, rows: [...this.rows.values()], rules: [...this.rules.values()] }
  }
}

/** What a draft would do to the filings that are not ended: each is judged by what is in force and by the draft, on the day from which the draft applies. */
@Injectable()
export class RulePreviewer {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly filings: FilingsApi,
    private readonly ruleData: RuleDataApi,
    private readonly dueDays: DueDaysPreviewer,
    private readonly clock: Clock,
  ) {}

  async of(entry: RuleEntry): Promise<RulePreview> {
    const today = shanghaiDay(this.clock.now())
    const day = entry.from > today ? entry.from : today
    const now = await this.ruleData.newest()
    const then = withPublished(now, [{ version: now.version + 1, entry }])
    if (entry.of === 'year') return { day, ...(await this.dueDays.moved(now, then, day)) }
    const tally = new Tally()
    // Every province's filings are judged, and what leaves here is counts.
    const total = await actAs(house('filings'), () => this.eachRunning(provinceOf(entry), (filing) => {
      const [before, after] = [this.judge(filing, now, day), this.judge(filing, then, day)]
      tally.add(filing, beyond(after, before), beyond(before, after))
    }))
    return { day, total, ...tally.counts, dueDays: [] }
  }

  private judge({ kind, content }: RunningContent, ruleData: RuleData, today: string): Finding[] {
    const context: RuleContext = { today, domainToAscii, ruleData }
    return findingsFor(kind, content, context)
  }

  private async eachRunning(province: string, visit: (filing: RunningContent) => void): Promise<number> {
    const tx = this.database.manager
    let after: string | undefined
    for (let seen = 0; seen < most; seen += atOnce) {
      const page = await this.filings.runningContents(tx, { province, after, limit: atOnce })
      page.forEach(visit)
      after = page.at(-1)?.id
      if (page.length < atOnce) break
    }
    return this.filings.countRunning(tx, province)
  }
}
