import { AskedSheetLine, SheetAnswer, SheetLine } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Id, IdParams, Instant, prose } from './shapes.js'

z.globalRegistry.add(SheetLine, { id: 'SheetLine' })
z.globalRegistry.add(AskedSheetLine, { id: 'AskedSheetLine' })

/** The most lines that a sheet has: the largest filing with every check, and room. */
const mostLines = 1000

/** A line of the verification sheet with its answer. `reason`: why the check does not apply. */
export const AnsweredSheetLine = SheetLine.extend({ answer: SheetAnswer, reason: prose(300).default('') }).meta({ id: 'AnsweredSheetLine' })

/** What a pass rests on. Lines that are missing are said one by one, as findings. */
export const SheetAnswers = z.array(AnsweredSheetLine).max(mostLines).default([])

/** A sheet as it was answered and kept. */
export const VerificationSheetView = z.object({
  id: Id,
  provider: z.object({ id: Id, name: z.string() }),
  /** Who answered it, by name. */
  by: z.string(),
  at: Instant,
  /** The revision of the content that was verified. */
  revision: z.number().int(),
  /** Whether this provider's pass rests on it now; a filing that came back is verified anew. */
  stands: z.boolean(),
  lines: z.array(z.object({ ...SheetLine.shape, answer: SheetAnswer, reason: z.string() })),
}).meta({ id: 'VerificationSheetView' })
export type VerificationSheetView = z.infer<typeof VerificationSheetView>

export const verificationOperations = {
  getVerificationSheet: operation({
    method: 'GET', path: '/filings/:id/verification-sheet', params: IdParams,
    summary: 'What my provider has to verify before it passes the filing, and the sheets that were answered: a provider sees its own, the administration those of all',
    answer: z.object({
      /** Empty for whoever has nothing to verify now. */
      asked: z.array(AskedSheetLine),
      given: z.array(VerificationSheetView),
    }),
  }),
}
