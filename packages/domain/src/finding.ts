import { z } from 'zod'
import { Bilingual } from './bilingual.js'
import { DecidedBy } from './rule-data/decided-by.js'

/** `block` stops finish and pass; `reviewer` is shown to provider and reviewer, who decide; `warn` is advice. */
export const Severity = z.enum(['block', 'reviewer', 'warn'])
export type Severity = z.infer<typeof Severity>

/**
 * What a rule says about a filing. `path` addresses a field with ids instead of positions, so that it survives re-ordering:
 * `subject.name`, `services.{serviceId}.domain`, `services.{serviceId}.accesses.{accessId}.ipRanges`, or '' for the whole filing.
 */
export const Finding = z.object({
  rule: z.string(),
  path: z.string(),
  severity: Severity,
  text: Bilingual,
  fix: Bilingual,
  source: z.string(),
  /** Values of the rule data without which it would not have been found, or not be so strict. None: the rule says it by itself. */
  decidedBy: z.array(DecidedBy).optional(),
})
export type Finding = Readonly<z.infer<typeof Finding>>

export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => finding.severity === 'block')
