import type { SheetCheck } from './check.js'
import { domainChecks } from './domain-checks.js'
import { filingChecks } from './filing-checks.js'
import { personChecks } from './person-checks.js'
import { serviceChecks } from './service-checks.js'
import { subjectChecks } from './subject-checks.js'

/** Every rule that only a person can tell. */
export const sheetChecks: readonly SheetCheck[] = [...subjectChecks, ...personChecks, ...domainChecks, ...serviceChecks, ...filingChecks]

const byId: ReadonlyMap<string, SheetCheck> = new Map(sheetChecks.map((check) => [check.id, check]))
export const findSheetCheck = (rule: string): SheetCheck | undefined => byId.get(rule)
