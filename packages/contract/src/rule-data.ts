import { FilingKind, FilingStatus, PublishedEntry, RuleEntry, Severity } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf, SeenVersion, Version } from './shapes.js'

for (const [id, shape] of Object.entries({ RuleEntry, PublishedEntry })) z.globalRegistry.add(shape, { id })

/** One change of the data that rules decide by: a draft that may still be edited, or what was published and stays as it is. */
export const RuleChange = z.object({
  id: Id, state: z.enum(['draft', 'published']), version: Version, entry: RuleEntry, draftedBy: z.string(), draftedAt: Instant,
  /** `number` counts up over everything that was published. */
  published: z.object({ number: z.number().int(), by: z.string(), at: Instant }).nullable(),
}).meta({ id: 'RuleChange' })
export type RuleChange = z.infer<typeof RuleChange>

const Count = z.number().int().min(0)

/** What a draft would do to filings that are not ended, counted, without saying which. */
export const RulePreview = z.object({
  /** The day on which both old and new were judged. */
  day: z.iso.date(),
  /** `total` is more than `judged` where there are too many to judge at once; the newest are taken. */
  total: Count, judged: Count, changed: Count,
  rows: z.array(z.object({
    kind: FilingKind, status: FilingStatus, judged: Count,
    /** Filings that get a finding which they have not now, and among them those that it would stop. */
    gaining: Count, stopped: Count,
    losing: Count,
  })),
  rules: z.array(z.object({ rule: z.string(), severity: Severity, gained: Count, lost: Count })),
  /** Of the working days of a year: how the days by which filings are due would move. Those that count in working days are judged, and all of them. */
  dueDays: z.array(z.object({
    kind: FilingKind, status: FilingStatus, judged: Count, later: Count, earlier: Count,
    /** The day is provisional now and would be so no more. */
    settled: Count,
  })),
}).meta({ id: 'RulePreview' })
export type RulePreview = z.infer<typeof RulePreview>

const Drafted = z.object({ entry: RuleEntry })

export const ruleDataOperations = {
  getRuleData: operation({
    method: 'GET', path: '/rule-data', summary: 'What was published of the data that rules decide by, after version `since`',
    query: z.object({ since: z.coerce.number().int().min(0).max(2_147_483_647).optional() }), answer: z.object({ version: Version, published: z.array(PublishedEntry) }),
  }),
  listRuleChanges: operation({
    method: 'GET', path: '/administration/rule-changes', summary: 'Drafts, or what was published, newest first',
    // `about`: the key of a change, or its beginning up to a stroke, such as a parameter in all its places.
    query: z.object({ state: z.enum(['draft', 'published']), about: z.string().max(120).optional(), cursor: Cursor }), answer: pageOf(RuleChange),
  }),
  getRuleChange: operation({ method: 'GET', path: '/administration/rule-changes/:id', summary: 'One draft, or one published change', params: IdParams, answer: RuleChange }),
  draftRuleChange: operation({ method: 'POST', path: '/administration/rule-changes', summary: 'Draft a change of rule data', body: Drafted, answer: RuleChange, success: 201, idempotent: true }),
  editRuleChange: operation({
    method: 'PUT', path: '/administration/rule-changes/:id', summary: 'Change a draft', params: IdParams, body: SeenVersion.extend(Drafted.shape), answer: RuleChange, idempotent: true,
  }),
  discardRuleChange: operation({ method: 'POST', path: '/administration/rule-changes/:id/discard', summary: 'Discard a draft', params: IdParams, body: SeenVersion, idempotent: true }),
  previewRuleChange: operation({
    method: 'GET', path: '/administration/rule-changes/:id/preview', summary: 'How many filings in progress a draft would touch', params: IdParams, answer: RulePreview,
  }),
  publishRuleChange: operation({
    method: 'POST', path: '/administration/rule-changes/:id/publish', summary: 'Publish a draft: from its day on rules decide by it', params: IdParams, body: SeenVersion, answer: RuleChange, idempotent: true,
  }),
}
