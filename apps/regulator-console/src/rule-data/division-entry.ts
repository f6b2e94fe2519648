import { cityOf, type DivisionEntry, isCityCode } from '@icp/domain'
import type { StandingDivision } from '@icp/domain/divisions'

/** The province or the city that a division lies in. */
export const parentOf = (code: string): string => (isCityCode(code) ? `${code.slice(0, 2)}0000` : cityOf(code))

/** What stands of a division, as an entry from a day on; without its source, which every change names anew. */
export const standingDivisionEntry = (standing: StandingDivision | undefined, from: string): DivisionEntry | undefined => standing && {
  of: 'division', id: 'divisions', code: standing.row.code, zh: standing.row.zh, en: standing.row.en.split(' (')[0] ?? '', exists: !standing.ended,
  successors: (standing.ended?.successors ?? []).map(({ code, zh, en }) => ({ code, zh, en })), from, to: '', source: '', confirmed: false,
}

/** A new city of a province, or a new county of a city: the digits that are known already. */
export const newDivisionEntry = (parent: string, from: string): DivisionEntry => ({
  of: 'division', id: 'divisions', code: parent.slice(0, parent.endsWith('0000') ? 2 : 4), zh: '', en: '', exists: true, successors: [], from, to: '', source: '', confirmed: false,
})
