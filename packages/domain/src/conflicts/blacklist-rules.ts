import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import { certificateTypes } from '../code-tables/certificate-types.js'
import type { Finding } from '../finding.js'
import { isCertificateNumber } from '../rules/certificate-number.js'
import { missing as missingAt } from '../rules/faults.js'
import { normaliseCertificateNumber, normaliseHost, normaliseTyped } from '../rules/normalise-typed.js'
import { anyEnding, registrableDomain } from '../rules/registrable-domain.js'
import { isDay } from '../working-days/day.js'

/** Whom or what an entry of the blacklist keeps from filing. */
export const BlacklistKind = z.enum(['subject', 'domain'])
export type BlacklistKind = z.infer<typeof BlacklistKind>

/** An entry as it is typed; days are `YYYY-MM-DD` in Asia/Shanghai, '' = not given, and until then for ever. */
export interface BlacklistForm {
  readonly kind: BlacklistKind
  readonly certificateType: string
  readonly certificateNumber: string
  readonly domain: string
  readonly reason: string
  /** The document that ordered it. */
  readonly source: string
  readonly validFrom: string
  readonly validUntil: string
}
export type BlacklistField = keyof BlacklistForm

/** Whether an entry has begun and not ended. `planned`: its first day is ahead; `over`: its last day is past; `lifted`: somebody ended it. */
export const BlacklistStanding = z.enum(['planned', 'in-force', 'over', 'lifted'])
export type BlacklistStanding = z.infer<typeof BlacklistStanding>

const source = 'icp-filing §6 no 23 (SPEC3 1064, 1065)'

const finding = (rule: string, path: BlacklistField, text: Bilingual, fix: Bilingual): Finding => ({ rule, path, severity: 'block', text, fix, source })

const missing = (path: BlacklistField, zh: string, en: string): Finding => ({ rule: 'B-01', severity: 'block', source, ...missingAt(path, zh, en) })

/** What is wrong with an entry at its fields; whether the same one is there already, the list says. `domainToAscii` is the platform's UTS 46. */
export function blacklistFindings(form: BlacklistForm, domainToAscii: (host: string) => string): Finding[] {
  return [...(form.kind === 'subject' ? ofSubject(form) : ofDomain(form, domainToAscii)), ...ofWords(form), ...ofDays(form)]
}

function ofSubject({ certificateType, certificateNumber }: BlacklistForm): Finding[] {
  const type = certificateTypes.find(({ id }) => id === certificateType)
  const found = type ? [] : [missing('certificateType', '证件类型', 'type of certificate')]
  if (normaliseCertificateNumber(certificateNumber) === '') return [...found, missing('certificateNumber', '证件号码', 'certificate number')]
  if (!type || isCertificateNumber(type.form, certificateNumber)) return found
  return [finding('B-05', 'certificateNumber',
    { zh: '这个号码不符合所选证件的格式，列入后不会拦住任何人。', en: 'This is no number of such a certificate: the entry would keep nobody from filing.' },
    { zh: '请与文件和证件逐位核对。', en: 'Compare it with the document and the certificate.' })]
}

function ofDomain({ domain }: BlacklistForm, domainToAscii: (host: string) => string): Finding[] {
  const host = normaliseHost(domain)
  if (host === '') return [missing('domain', '域名', 'domain')]
  const ascii = domainToAscii(host)
  if (registrableDomain(ascii, anyEnding) === ascii && ascii !== '') return []
  return [finding('B-02', 'domain', { zh: '这不是可以备案的独立域名。', en: 'This is no registrable domain that could be filed.' }, { zh: '请填写独立域名，例如 example.com。', en: 'Enter the registrable domain, such as example.com.' })]
}

const ofWords = ({ reason, source: document }: BlacklistForm): Finding[] => [
  ...(reason.trim() === '' ? [missing('reason', '列入原因', 'reason')] : []), ...(document.trim() === '' ? [missing('source', '依据文件', 'document that orders it')] : []),
]

function ofDays({ validFrom, validUntil }: BlacklistForm): Finding[] {
  const shape = (path: BlacklistField) => finding('B-03', path, { zh: '日期不正确。', en: 'This is not a day.' }, { zh: '请按 2026-11-26 的格式填写。', en: 'Write it as 2026-11-26.' })
  if (validFrom === '') return [missing('validFrom', '生效日期', 'first day')]
  if (!isDay(validFrom)) return [shape('validFrom')]
  if (validUntil === '') return []
  if (!isDay(validUntil)) return [shape('validUntil')]
  if (validUntil >= validFrom) return []
  return [finding('B-03', 'validUntil', { zh: '截止日期早于生效日期。', en: 'The last day is before the first.' }, { zh: '请核对两个日期；长期有效的留空。', en: 'Check the two days; leave the last one empty if it is for good.' })]
}

/** As it is stored: normalised, and without what belongs to the other kind. */
export const tidyBlacklist = (form: BlacklistForm): BlacklistForm => ({
  ...form, reason: form.reason.trim(), source: form.source.trim(), validFrom: normaliseTyped(form.validFrom), validUntil: normaliseTyped(form.validUntil),
  certificateType: form.kind === 'subject' ? form.certificateType : '', certificateNumber: form.kind === 'subject' ? normaliseCertificateNumber(form.certificateNumber) : '',
  domain: form.kind === 'domain' ? normaliseHost(form.domain) : '',
})

/** Where an entry stands on a day. */
export const blacklistStanding = ({ validFrom, validUntil, liftedAt }: { readonly validFrom: string; readonly validUntil: string | null; readonly liftedAt: string | null }, today: string): BlacklistStanding => {
  if (liftedAt !== null) return 'lifted'
  if (validFrom > today) return 'planned'
  return validUntil !== null && validUntil < today ? 'over' : 'in-force'
}
