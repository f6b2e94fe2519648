import { personalCertificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import { asksLegalPerson } from '../filing/content.js'
import { ofUnits } from './applicability.js'
import { childFault, childRules } from './children.js'
import { isBlank, missing, notChosen, notInTable, required } from './faults.js'
import { normaliseCertificateNumber } from './normalise-typed.js'
import { isPersonalCertificateNumber } from './personal-certificate.js'
import { isPersonName, personNameFault } from './person-name.js'
import { parseResidentId } from './resident-id.js'
import { fault, type Rule } from './rule.js'
import type { SubjectScope } from './scopes.js'

const namePath = 'subject.legalPerson.name'
const typePath = 'subject.legalPerson.certificateType'
const numberPath = 'subject.legalPerson.certificateNumber'

/** A unit's legal representative who is not its person in charge (法人信息), icp-filing.md §2.1; asked of nobody else. */
export const legalPersonRules: readonly Rule<SubjectScope>[] = [
  {
    id: 'S-23', severity: 'block', source: 'icp-filing §2.1 (WX)', title: { zh: '法定代表人姓名', en: 'Name of the legal representative' }, natures: ofUnits,
    check: ({ subject }) => {
      if (!asksLegalPerson(subject)) return undefined
      if (isBlank(subject.legalPerson.name)) return missing(namePath, '法定代表人姓名', 'name of the legal representative')
      return isPersonName(subject.legalPerson.name) ? undefined : personNameFault(namePath)
    },
  },
  {
    id: 'S-24', severity: 'block', source: 'icp-filing §2.1 (WX, CONSOLE)', title: {
      zh: '法定代表人证件类型',
      en: 'Type of the legal representative’s certificate',
    },
    natures: ofUnits,
    check: ({ subject, data }) => {
      if (!asksLegalPerson(subject)) return undefined
      const { certificateType } = subject.legalPerson
      if (certificateType === '') return notChosen(typePath, '法定代表人证件类型', 'type of certificate')
      const row = data.code('certificateTypes', certificateType)
      if (!row) return notInTable(typePath, '法定代表人证件类型', 'type of certificate', data.decidedCode('certificateTypes', certificateType))
      return row.personal ? undefined : fault(typePath,
        { zh: '该证件类型不能用于个人。', en: 'This type of certificate is not one of a person.' },
        { zh: '请选择居民身份证、护照等个人证件。', en: 'Choose a resident ID, a passport or another certificate of a person.' })
    },
  },
  {
    id: 'S-25', severity: 'block', source: 'icp-filing §2.1 (WX)', title: {
      zh: '法定代表人证件号码',
      en: 'Number of the legal representative’s certificate',
    },
    natures: ofUnits,
    check: ({ subject }) => asksLegalPerson(subject)
      ? required(subject.legalPerson.certificateNumber, numberPath, '法定代表人证件号码', 'certificate number') : undefined,
  },
  {
    id: 'S-26', severity: 'block', source: 'icp-filing §12 (GB 11643; SPEC3 1015)', title: {
      zh: '法定代表人证件号码校验',
      en: 'The legal representative’s certificate number is right',
    },
    natures: ofUnits,
    check: ({ subject, today }) => {
      const { certificateType, certificateNumber } = subject.legalPerson
      const type = findCode(personalCertificateTypes, certificateType)
      if (!asksLegalPerson(subject) || !type || isBlank(certificateNumber)) return undefined
      const born = type.form === 'resident-id' ? parseResidentId(certificateNumber)?.birthDay ?? '' : ''
      if (isPersonalCertificateNumber(type.form, certificateNumber) && born <= today) return undefined
      return fault(numberPath,
        { zh: `${type.zh}号码不正确。`, en: `This is not a valid number for this certificate (${type.en}).` },
        { zh: '请与证件逐位核对；居民身份证为 18 位，末位可能是 X。', en: 'Compare it with the card; a resident ID has 18 places and may end in X.' })
    },
  },
  {
    id: 'S-27', severity: 'reviewer', source: 'icp-filing §2.1 (WX: only when they differ)', title: {
      zh: '法定代表人不是主体负责人',
      en: 'The legal representative is not the person in charge',
    },
    natures: ofUnits,
    check: ({ subject }) => {
      const own = normaliseCertificateNumber(subject.legalPerson.certificateNumber)
      if (!asksLegalPerson(subject) || own === '' || own !== normaliseCertificateNumber(subject.person.certificateNumber)) return undefined
      return fault(numberPath,
        { zh: '证件号码与主体负责人相同。', en: 'The certificate number is that of the person in charge.' },
        { zh: '同一人请选择“与主体负责人相同”。', en: 'For the same person choose “same as the subject’s”.' })
    },
  },
  {
    ...childRules.legalPerson, natures: ofUnits,
    check: ({ subject, today }) => !asksLegalPerson(subject) ? undefined : childFault(numberPath, subject.legalPerson.certificateType, subject.legalPerson.certificateNumber, today),
  },
]
