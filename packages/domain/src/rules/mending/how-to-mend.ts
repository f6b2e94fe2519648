import type { Bilingual } from '../../bilingual.js'
import { findSheetCheck } from '../../verification/sheet-checks.js'
import { mendingFilings } from './filings.js'
import { mendingServices } from './services.js'
import { mendingSubjects } from './subjects-and-persons.js'

const words: Readonly<Record<string, Bilingual>> = { ...mendingSubjects, ...mendingServices, ...mendingFilings }

/** What to do about a rule that is broken, for whoever reads of it before; a finding says the same of the values that it has met. */
export const howToMend = (rule: string): Bilingual | undefined => findSheetCheck(rule)?.fix ?? words[rule]
