/**
 * Faults planted into the rules one at a time, each in one place: the tests of the package must turn red for every one of them. `from` stands exactly once in its
 * file, so that a changed rule makes this list say so.
 */
export const ruleMutants = [
  { of: 'check digit of resident IDs', file: 'rules/resident-id.ts', from: "'10X98765432'", to: "'01X98765432'" },
  { of: 'weights of the credit code', file: 'rules/credit-code.ts', from: '[1, 3, 9, 27,', to: '[1, 3, 9, 26,' },
  { of: 'an octet of 256', file: 'rules/ip-address.ts', from: 'Number(part) > 255', to: 'Number(part) > 256' },
  { of: 'ranges that share one address overlap', file: 'rules/access-rules.ts', from: 'one.from.value <= other.to.value', to: 'one.from.value < other.to.value' },
  { of: 'order of an IP range', file: 'rules/access-rules.ts', from: 'range.from.value <= range.to.value', to: 'range.from.value !== undefined' },
  { of: 'the registrable domain is what is filed', file: 'rules/service-domain-rules.ts', from: 'if (registrable === ascii) return undefined', to: 'if (ascii !== "") return undefined' },
  { of: 'the domain of another subject', file: 'rules/register-findings.ts', from: '!own || (asking', to: 'own || (asking' },
  { of: 'a home page of a domain that ends alike', file: 'rules/service-domain-rules.ts', from: 'home.endsWith(`.${ascii}`)', to: 'home.endsWith(ascii)' },
  { of: 'the day on which a certificate expires', file: 'rules/certificate-validity.ts', from: '!isDay(to) || to >= today ? undefined', to: '!isDay(to) || to > today ? undefined' },
  { of: 'mobile numbers of the mainland', file: 'rules/phone.ts', from: '/^1[3-9]\\d{9}$/', to: '/^1[0-9]\\d{9}$/' },
  { of: 'another reason is explained', file: 'rules/cancellation-rules.ts', from: 'reason !== otherReason || !isBlank(note)', to: 'reason !== otherReason || isBlank(note)' },
  { of: 'the register fixes the province', file: 'filing/frozen-by-register.ts', from: "'certificateNumber', 'province']", to: "'certificateNumber']" },
  { of: 'a new access goes to another provider', file: 'register/registration-findings.ts', from: 'has.has(access.providerId)', to: '!has' },
  { of: 'the two cancellations against each other', file: 'register/conflicting-filings.ts', from: "kind === 'cancel-service' && subjectCancelled", to: "kind === 'change' && subjectCancelled" },
  { of: 'no subject is left hollow', file: 'register/what-falls.ts', from: 'services.length === all.length', to: 'services.length > all.length' },
  { of: 'sub-domains of gov.cn are filed by themselves', file: 'rules/registrable-domain.ts', from: 'registrable === ascii ||', to: 'registrable !== ascii ||' },
  { of: 'how many services a subject has in all', file: 'register/service-totals.ts', from: 'total <= most', to: 'total < most' },
  { of: 'the service that moves counts for its receiver', file: 'register/migration-findings.ts', from: 'isPersonal(standing.receivingNature), standing.receivingServices + 1', to: 'isPersonal(standing.receivingNature), standing.receivingServices' },
  { of: 'the longest remark', file: 'rules/service-content-rules.ts', from: 'length <= most) return undefined', to: 'length < most) return undefined' },
  { of: 'suffixes of numbers go on', file: 'register/apply-registration.ts', from: 'subject.lastServiceIndex + position + 1, allocation', to: 'record.services.length + position, allocation' },
]
