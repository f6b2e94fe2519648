import { Bilingual, DecidedBy, Finding, PaperReason, ReadPurpose } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Id, IdParams, Instant } from './shapes.js'

/** `subject`, or `services.{id}`. */
const PaperAbout = z.string().regex(/^(?:subject|services\.[A-Za-z0-9-]{1,40})$/)
/** A code of `paperPurposes`. */
const PaperPurposeId = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** One picture that is there. Its bytes: `getPaper`. */
export const Paper = z.object({
  id: Id,
  /** A code of `paperFormats`. */
  format: z.enum(['1', '2']),
  width: z.number().int(), height: z.number().int(),
  /** Bytes, as they are kept and as they go to the administration. */
  size: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  digest: z.string(),
  at: Instant,
  /** Who handed it in. `name`: of a provider; empty for the owner. */
  by: z.object({ role: z.enum(['owner', 'provider']), name: z.string() }),
  /** Why a provider put it in the place of the owner's; null where the owner, or nobody before, has handed it in. */
  reason: PaperReason.nullable(),
}).meta({ id: 'Paper' })
export type Paper = z.infer<typeof Paper>

/** A picture that was replaced or taken away after the filing had been handed in; it is looked at like one that is there. */
export const EarlierPaper = z.object({
  purpose: z.string(), about: z.string(), title: Bilingual, paper: Paper,
  /** By whom, when, and why where a provider changed what the owner brings. */
  gone: z.object({ at: Instant, by: Paper.shape.by, reason: PaperReason.nullable(), how: z.enum(['replaced', 'taken-away']) }),
}).meta({ id: 'EarlierPaper' })
export type EarlierPaper = z.infer<typeof EarlierPaper>

/** Where a paper belongs, and the pictures that are there, in order. */
export const PaperSlotView = z.object({
  purpose: z.string(), about: z.string(),
  /** Whose place it is, where access providers bring the paper; null: the owner's. */
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  title: Bilingual,
  /** What is to be seen on it. */
  shows: Bilingual,
  due: z.boolean(), why: Bilingual, source: z.string(), decidedBy: DecidedBy.nullable(),
  most: z.number().int(), mostBytes: z.number().int(), formats: z.array(z.string()),
  /** Whether whoever asks may put, replace and take away here now; `asksReason`: and has to say why. */
  mayChange: z.boolean(), asksReason: z.boolean(),
  papers: z.array(Paper),
}).meta({ id: 'PaperSlotView' })
export type PaperSlotView = z.infer<typeof PaperSlotView>

/** A picture for which the filing, as it is now, has no place any more. It can be taken away. */
const StrayPaper = z.object({ purpose: z.string(), about: z.string(), title: Bilingual, mayTakeAway: z.boolean(), asksReason: z.boolean(), paper: Paper })

/** `version`: of the filing; what changes an owner's paper while the filing is locked moves it on. */
const Changed = z.object({ version: z.number().int() })

const PaperParams = IdParams.extend({ paperId: Id })

export const paperOperations = {
  listPapers: operation({
    method: 'GET', path: '/filings/:id/papers', params: IdParams, summary: 'Which papers the filing asks for, why, and what is there; a provider sees those of the subject, of what it serves, and its own',
    answer: z.object({
      slots: z.array(PaperSlotView), strays: z.array(StrayPaper),
      /** Newest first. */
      earlier: z.array(EarlierPaper),
      /** What is due and not there (F-06); it stands in the way of a finish and a pass only where its severity is `block`. */
      findings: z.array(Finding),
      /** Bytes of a file that a browser takes and compresses before it sends it. */
      mostBytesBefore: z.number().int(),
    }),
  }),
  getPaper: operation({
    method: 'POST', path: '/filings/:id/papers/:paperId/look', params: PaperParams, body: ReadPurpose, bytes: 'image/*',
    summary: 'The picture itself; staff say what they need it for, and each of their looks is written down for its owner to see',
  }),
  putPaper: operation({
    method: 'POST', path: '/filings/:id/papers', params: IdParams, summary: 'Hand in a picture at a place, or in the place of one that is there. What it says of where, when and by what it was taken is left out',
    /** `replaces`: the picture that was seen there. `reason`: for a provider that changes what the owner brings. */
    query: z.object({ purpose: PaperPurposeId, about: PaperAbout, replaces: Id.optional(), reason: PaperReason.optional() }),
    bodyBytes: 'application/octet-stream', answer: Changed.extend({ paper: Paper }), success: 201, idempotent: true, refusals: [423],
  }),
  takePaperAway: operation({
    method: 'DELETE', path: '/filings/:id/papers/:paperId', params: PaperParams, query: z.object({ reason: PaperReason.optional() }), summary: 'Take a picture away: of a draft for good, of a filing that was handed in it is kept as an earlier one', answer: Changed, idempotent: true, refusals: [423],
  }),
}
