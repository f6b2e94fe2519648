import { z } from 'zod'
import { isPersonal } from '../code-tables/natures.js'
import { ServiceType } from './service-type.js'

/**
 * The content of a filing as it is typed, saved and corrected. A draft may be incomplete, so the shape only caps sizes: an empty text or
 * list means "not given yet". What is required, and what a value must look like, is said by the rules (see rules/), never here.
 * Limits follow SPEC3's XSD (icp-filing.md §2.1–2.3).
 */
const text = (most: number) => z.string().max(most)
/** Of every code table. */
export const longestCode = 16
const code = text(longestCode)
export const FieldId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

/** `YYYY-MM-DD`, `long-term` for certificates that do not expire, or '' while not given. */
const CertificateEnd = text(10)

export const Person = z.object({
  name: text(128),
  certificateType: code,
  certificateNumber: text(128),
  certificateValidFrom: text(10),
  certificateValidTo: CertificateEnd,
  mobile: text(128),
  emergencyPhone: text(128),
  officePhone: text(128),
  email: text(128),
})
export type Person = z.infer<typeof Person>

/** The unit's legal person (法人) by paper only; who is called and confirms is the person in charge. */
export const LegalPerson = z.object({ name: text(128), certificateType: code, certificateNumber: text(128) })
export type LegalPerson = z.infer<typeof LegalPerson>

export const emptyLegalPerson = (): LegalPerson => ({ name: '', certificateType: '', certificateNumber: '' })

export const Subject = z.object({
  nature: code,
  name: text(255),
  certificateType: code,
  certificateNumber: text(255),
  certificateAddress: text(1024),
  certificateValidFrom: text(10),
  certificateValidTo: CertificateEnd,
  investor: text(255),
  province: text(6),
  city: text(6),
  county: text(6),
  address: text(1024),
  person: Person,
  /** `same`: the person in charge is the legal person, and `legalPerson` is ignored; so it is for individuals, who have none. */
  legalPersonSource: z.enum(['same', 'own']).default('same'),
  legalPerson: LegalPerson.default(emptyLegalPerson),
  /** 报备方式. Owners file by themselves here; what a provider files on behalf of an owner comes another way. */
  filingMode: z.literal('self').default('self'),
  remark: text(1024),
})
export type Subject = z.infer<typeof Subject>

/** Both ends are textual IPv4 or IPv6 addresses; one address is a range whose ends are equal. */
export const IpRange = z.object({ from: text(45), to: text(45) })
export type IpRange = z.infer<typeof IpRange>

export const Access = z.object({
  id: FieldId,
  providerId: text(40),
  /** The provider's name when it was chosen; the API overwrites it with the name of `providerId`. */
  providerName: text(255),
  modes: z.array(code).max(16),
  places: z.array(text(6)).max(64),
  ipRanges: z.array(IpRange).max(64),
})
export type Access = z.infer<typeof Access>

export const PreApproval = z.object({ item: code, approvalNumber: text(512) })
export type PreApproval = z.infer<typeof PreApproval>

/** One platform that an app, mini program or quick app runs on, and by what it is known there (icp-filing.md §2.12). */
export const Platform = z.object({
  id: FieldId,
  platform: code,
  /** Package name, Bundle ID or AppID, whatever the platform calls it. */
  packageName: text(255),
  publicKey: text(4096),
  /** Of the signing certificate: MD5 for Android, SHA-1 for iOS. */
  fingerprint: text(128),
})
export type Platform = z.infer<typeof Platform>

/** 报备途径 of what is not a website: a network access provider, or the store or platform that distributes it (HW, NAPP). */
const Channel = z.enum(['', 'access-provider', 'store'])

/** The most platforms of one app, versions with a package of their own included. */
export const mostPlatforms = 12

export const Service = z.object({
  id: FieldId,
  type: ServiceType.default('website'),
  name: text(512),
  /** As typed. Of a website the registrable domain, exactly one since 2019-04-22 (N633); of an app down to the level that it uses. */
  domain: text(253),
  /** Without a scheme. */
  homePage: text(512),
  contents: z.array(code).max(64),
  languages: z.array(code).max(64),
  /** `none` = 以上都不涉及 was stated; '' = not answered yet; `some` = see preApprovals. */
  preApprovalAnswer: z.enum(['', 'none', 'some']),
  preApprovals: z.array(PreApproval).max(64),
  /** `subject`: the subject's person in charge also answers for this service, and `person` is ignored. */
  personSource: z.enum(['subject', 'own']),
  person: Person,
  remark: text(1024),
  /** Only apps, mini programs and quick apps have the next three (service-type.ts); websites are without them. */
  platforms: z.array(Platform).max(mostPlatforms).optional(),
  categories: z.array(code).max(64).optional(),
  channel: Channel.optional(),
  accesses: z.array(Access).max(20),
})
export type Service = z.infer<typeof Service>

/** The largest filing that is taken; provinces may set less per order (icp-filing.md §6 no. 12). */
export const mostServices = 50

export const RegistrationContent = z.object({
  form: z.literal('registration'),
  /** The subject in force that the filing is about; left out for a first filing. Services that are in force carry the register's id. */
  subjectNumber: text(64).optional(),
  subject: Subject,
  services: z.array(Service).max(mostServices),
})
export type RegistrationContent = z.infer<typeof RegistrationContent>

/** For cancel-subject `serviceNumbers` is empty: everything falls. */
export const CancellationContent = z.object({
  form: z.literal('cancellation'),
  subjectNumber: text(64),
  serviceNumbers: z.array(text(64)).max(50),
  /** For cancel-access: which accesses of the one service end, by the register's ids. */
  accessIds: z.array(FieldId).max(20).optional(),
  reason: code,
  note: text(1000),
})
export type CancellationContent = z.infer<typeof CancellationContent>

/**
 * A service in force moves to another subject (icp-filing.md §3 no. 8). `services` holds it as it stood in the register when the filing was finished, without
 * its person in charge: that one stays with the giving subject.
 */
export const MigrationContent = z.object({
  form: z.literal('migration'),
  /** The giving subject. */
  subjectNumber: text(64),
  serviceNumbers: z.array(text(64)).max(50),
  receivingNumber: text(64),
  /** `receiver`: the giving owner has declared that the domain is registered in the name of the receiving subject. */
  domainHolder: z.enum(['', 'receiver']),
  note: text(1000),
  services: z.array(Service).max(1),
})
export type MigrationContent = z.infer<typeof MigrationContent>

export const FilingContent = z.discriminatedUnion('form', [RegistrationContent, CancellationContent, MigrationContent])
export type FilingContent = z.infer<typeof FilingContent>

export const emptyPerson = (): Person => ({
  name: '', certificateType: '', certificateNumber: '', certificateValidFrom: '', certificateValidTo: '',
  mobile: '', emergencyPhone: '', officePhone: '', email: '',
})

export const emptySubject = (): Subject => ({
  nature: '', name: '', certificateType: '', certificateNumber: '', certificateAddress: '', certificateValidFrom: '', certificateValidTo: '',
  investor: '', province: '', city: '', county: '', address: '', person: emptyPerson(),
  legalPersonSource: 'same', legalPerson: emptyLegalPerson(), filingMode: 'self', remark: '',
})

export const emptyPlatform = (id: string): Platform => ({ id, platform: '', packageName: '', publicKey: '', fingerprint: '' })

export const emptyService = (id: string, type: ServiceType = 'website'): Service => ({
  id, type, name: '', domain: '', homePage: '', contents: [], languages: [], preApprovalAnswer: '', preApprovals: [],
  personSource: 'subject', person: emptyPerson(), remark: '', ...(type === 'website' ? {} : { platforms: [], categories: [], channel: '' as const }), accesses: [],
})

export const emptyAccess = (id: string): Access => ({ id, providerId: '', providerName: '', modes: [], places: [], ipRanges: [] })

export const emptyRegistration = (): RegistrationContent => ({ form: 'registration', subject: emptySubject(), services: [] })

/** Whether the legal person is asked for: of units whose person in charge is somebody else. */
export const asksLegalPerson = ({ nature, legalPersonSource }: Subject): boolean => !isPersonal(nature) && legalPersonSource === 'own'

/** The person who answers for a service. */
export const personOf = (content: RegistrationContent, service: Service): Person =>
  service.personSource === 'subject' ? content.subject.person : service.person
