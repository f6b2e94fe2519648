import { z } from 'zod'
import { parseCertificateCode } from './certificate-code.js'

/**
 * All that a certificate shows, and nothing else: the shape is strict, so that a certificate number, phone, mail, postal address or IP
 * address cannot slip in with a wider object (the public record's fields, icp-filing.md §7). The paper is a pure function of this value.
 */
const day = z.iso.date()
const name = (most: number) => z.string().trim().min(1).max(most)
const inBothLanguages = z.strictObject({ zh: name(255), en: name(255) })

const CertificateDomain = z.strictObject({
  /** As people read it, `例子.中国`. */
  unicode: name(255),
  /** The A-label form, `xn--fsqu00a.xn--fiqs8s`; equal to `unicode` for plain domains. */
  ascii: z.string().regex(/^[\x21-\x7e]{1,255}$/),
})

export const CertificateService = z.strictObject({
  /** The service's filing number, `京ICP备2026000001号-1`. */
  number: name(64),
  name: name(512),
  type: z.enum(['website', 'app', 'mini-program', 'quick-app']),
  /** May be empty for an app or a mini program. */
  domains: z.array(CertificateDomain).max(64),
  approvedOn: day,
})
export type CertificateService = Readonly<z.infer<typeof CertificateService>>

export const CertificateContent = z.strictObject({
  certificateId: z.string().min(1).max(64),
  code: z.string().refine((code) => parseCertificateCode(code) === code, 'not a certificate code in its written form'),
  /** 1 for the first certificate of a subject, one more for each that replaces it. */
  version: z.int().min(1),
  /** `京ICP备2026000001号`. */
  subjectNumber: name(64),
  subjectName: name(255),
  natureZh: name(64),
  natureEn: name(128),
  provinceName: inBothLanguages,
  administration: inBothLanguages,
  services: z.array(CertificateService).min(1).max(500),
  approvedOn: day,
  /** The instant of issue; shown in China Standard Time. */
  issuedAt: z.iso.datetime({ offset: true }),
  /** The public verification page of this code; goes into the QR code as it stands. */
  verifyUrl: z.url({ protocol: /^https?$/ }).max(300),
  /** How the audit of all acts stood when the certificate was issued: whoever rewrites history later contradicts this paper. */
  checkpoint: z.strictObject({
    number: z.int().min(1), size: z.int().min(1), root: z.string().regex(/^[0-9a-f]{64}$/), at: z.iso.datetime({ offset: true }),
  }).optional(),
  /** The certificate that this one replaces. */
  replaces: z.strictObject({ code: z.string().min(1).max(20), version: z.int().min(1) }).optional(),
})
export type CertificateContent = Readonly<z.infer<typeof CertificateContent>>
