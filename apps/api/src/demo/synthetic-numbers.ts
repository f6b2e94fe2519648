import { creditCodeCheckCharacter, isOrganisationCode, residentIdCheckCharacter } from '@icp/domain'

/**
 * Certificate numbers that pass every check and belong to nobody: persons born before 1900, organisation codes counted up from 1
 * (icp-filing.md §12).
 */

/** `region`: six digits; `birthDay`: `YYYYMMDD` before 1900; an odd `sequence` is a man's. */
export function residentIdOf(region: string, birthDay: string, sequence: number): string {
  const body = `${region}${birthDay}${String(sequence).padStart(3, '0')}`
  return body + residentIdCheckCharacter(body)
}

function organisationCodeOf(serial: number): string {
  const body = String(serial).padStart(8, '0')
  const code = [...'0123456789X'].map((check) => body + check).find(isOrganisationCode)
  if (!code) throw new RangeError(`${serial} gives no organisation code`)
  return code
}

/** `prefix`: registry and kind, such as `91`; `region`: six digits; `serial` up to eight digits. */
export function creditCodeOf(prefix: string, region: string, serial: number): string {
  const body = prefix + region + organisationCodeOf(serial)
  return body + creditCodeCheckCharacter(body)
}
