import { type CertificateForm, personalCertificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import { ageOn } from '../working-days/day.js'
import { parseResidentId } from './resident-id.js'
import { fault, type Fault, type RuleDescription } from './rule.js'

/** Whose data may be held only with the consent of a parent (PIPL art. 28 and 31), which this system does not collect. */
const childhoodEnds = 14

/** Forms of certificate whose number holds the day of birth. */
const withBirthDay: readonly (CertificateForm | undefined)[] = ['resident-id', 'residence-permit']

/** At a field with the number of a certificate that says when its holder was born: a child's is refused. `today`: day in Shanghai. */
export const childFault = (path: string, certificateType: string, certificateNumber: string, today: string): Fault | undefined => {
  if (!withBirthDay.includes(findCode(personalCertificateTypes, certificateType)?.form)) return undefined
  const born = parseResidentId(certificateNumber)?.birthDay
  if (born === undefined || born > today || ageOn(born, today) >= childhoodEnds) return undefined
  return fault(path,
    { zh: `证件持有人未满 ${childhoodEnds} 周岁。`, en: `Whoever holds this certificate is younger than ${childhoodEnds}.` },
    { zh: '未满十四周岁的人不能注册、备案或担任负责人，请由成年人办理。', en: 'Nobody under fourteen registers, files or is in charge; an adult does it instead.' })
}

const source = 'icp-filing §12 (PIPL)'

export const childRules = {
  owner: { id: 'R-22', severity: 'block', source, title: { zh: '注册人已满十四周岁', en: 'Whoever registers is fourteen or older' } },
  subject: { id: 'S-36', severity: 'block', source, title: { zh: '个人主体已满十四周岁', en: 'An individual is fourteen or older' } },
  legalPerson: { id: 'S-37', severity: 'block', source, title: { zh: '法定代表人已满十四周岁', en: 'The legal representative is fourteen or older' } },
  person: { id: 'P-17', severity: 'block', source, title: { zh: '负责人已满十四周岁', en: 'The person in charge is fourteen or older' } },
} as const satisfies Readonly<Record<string, RuleDescription>>
