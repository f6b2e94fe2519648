import { personalCertificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import { ofUnits } from './applicability.js'
import { childFault, childRules } from './children.js'
import { expiredFault, expiringFault, validityFaults } from './certificate-validity.js'
import { isBlank, missing, notChosen, notInTable, required } from './faults.js'
import { normaliseCertificateNumber, normaliseEmail, normalisePhone } from './normalise-typed.js'
import { isPersonalCertificateNumber } from './personal-certificate.js'
import { isPersonName, personNameFault } from './person-name.js'
import { isEmail, isEmergencyPhone, isMainlandMobile, isOfficePhone } from './phone.js'
import { parseResidentId } from './resident-id.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { PersonScope } from './scopes.js'

const validityOf = ({ person, path, today }: PersonScope) =>
  ({ path, of: { zh: '负责人证件', en: 'certificate of the person in charge' }, from: person.certificateValidFrom, to: person.certificateValidTo, today })

/** 护照 among the certificates of persons. */
const passport = '7'

const sameNumber = (one: string, other: string): boolean => normaliseCertificateNumber(one) === normaliseCertificateNumber(other)

/** Persons in charge (主体负责人, 网站负责人), icp-filing.md §2.1–2.2. */
export const personRules: readonly Rule<PersonScope>[] = [
  {
    id: 'P-01', severity: 'block', source: 'icp-filing §2.1, §2.2 (SPEC3 1044)', title: { zh: '负责人姓名', en: 'Name of the person in charge' },
    check: ({ person, path }) => isBlank(person.name) ? missing(`${path}.name`, '负责人姓名', 'name of the person in charge')
      : isPersonName(person.name) ? undefined : personNameFault(`${path}.name`),
  },
  {
    id: 'P-02', severity: 'block', source: 'icp-filing §2.1 (CONSOLE)', title: { zh: '负责人证件类型', en: 'Type of the person’s certificate' },
    check: ({ person, path, data }) => {
      const at = `${path}.certificateType`
      if (person.certificateType === '') return notChosen(at, '负责人证件类型', 'type of certificate')
      const row = data.code('certificateTypes', person.certificateType)
      if (!row) return notInTable(at, '负责人证件类型', 'type of certificate', data.decidedCode('certificateTypes', person.certificateType))
      return row.personal ? undefined : fault(at,
        { zh: '该证件类型不能用于个人。', en: 'This type of certificate is not one of a person.' },
        { zh: '请选择居民身份证、护照等个人证件。', en: 'Choose a resident ID, a passport or another certificate of a person.' })
    },
  },
  {
    id: 'P-03', severity: 'block', source: 'icp-filing §2.1', title: { zh: '负责人证件号码', en: 'Number of the person’s certificate' },
    check: ({ person, path }) => required(person.certificateNumber, `${path}.certificateNumber`, '负责人证件号码', 'certificate number'),
  },
  {
    id: 'P-04', severity: 'block', source: 'icp-filing §12 (GB 11643; SPEC3 1015)', title: {
      zh: '负责人证件号码校验',
      en: 'The person’s certificate number is right',
    },
    check: ({ person, path, today }) => {
      const type = findCode(personalCertificateTypes, person.certificateType)
      if (!type || isBlank(person.certificateNumber)) return undefined
      const born = type.form === 'resident-id' ? parseResidentId(person.certificateNumber)?.birthDay ?? '' : ''
      if (isPersonalCertificateNumber(type.form, person.certificateNumber) && born <= today) return undefined
      return fault(`${path}.certificateNumber`,
        { zh: `${type.zh}号码不正确。`, en: `This is not a valid number for this certificate (${type.en}).` },
        { zh: '请与证件逐位核对；居民身份证为 18 位，末位可能是 X。', en: 'Compare it with the card; a resident ID has 18 places and may end in X.' })
    },
  },
  {
    id: 'P-05', severity: 'block', source: 'icp-filing §2.1, §2.2 (CONSOLE, WX)', title: {
      zh: '负责人证件有效期',
      en: 'Validity of the person’s certificate',
    },
    check: (scope) => validityFaults(validityOf(scope)),
  },
  {
    id: 'P-06', severity: 'block', source: 'icp-filing §6 no 25 (HW)', title: {
      zh: '负责人证件未过期',
      en: 'The person’s certificate has not expired',
    },
    check: (scope) => expiredFault(validityOf(scope)),
  },
  {
    id: 'P-07', severity: 'reviewer', source: 'icp-filing §6 no 25 (HW)', title: {
      zh: '负责人证件剩余有效期足够',
      en: 'Enough time is left on the person’s certificate',
    },
    where: [{ parameter: 'months-left-on-certificates', isNot: 0 }],
    check: (scope) => expiringFault(validityOf(scope), scope.data.value('months-left-on-certificates'), scope.data.whose('months-left-on-certificates')),
  },
  {
    id: 'P-08', severity: 'block', source: 'icp-filing §2.1, §4.3 (SPEC3 1011)', title: { zh: '手机号码', en: 'Mobile number' },
    check: ({ person, path }) => isBlank(person.mobile) ? missing(`${path}.mobile`, '手机号码', 'mobile number')
      : isMainlandMobile(person.mobile) ? undefined : fault(`${path}.mobile`,
        { zh: '这不是中国大陆的手机号码。', en: 'This is not a mobile number of the Chinese mainland.' },
        { zh: '请填写 11 位手机号码；核验短信将发送到该号码。', en: 'Enter its 11 digits; the confirmation is sent there.' }),
  },
  {
    id: 'P-09', severity: 'block', source: 'icp-filing §2.1, §2.2 (HW; SPEC3 1007)', title: { zh: '应急电话', en: 'Emergency phone' },
    check: ({ person, path }) => isBlank(person.emergencyPhone) ? missing(`${path}.emergencyPhone`, '应急电话', 'emergency phone')
      : isEmergencyPhone(person.emergencyPhone) ? undefined : fault(`${path}.emergencyPhone`,
        { zh: '应急电话不正确。', en: 'The emergency phone is not right.' },
        {
          zh: '请填写另一个手机号码，或带区号的固定电话，例如 010-66668888。',
          en: 'Enter another mobile number, or a landline with its area code, for example 010-66668888.',
        }),
  },
  {
    id: 'P-10', severity: 'block', source: 'icp-filing §6 no 15 (HW)', title: {
      zh: '应急电话不同于手机号码',
      en: 'The emergency phone is not the mobile number',
    },
    where: [{ parameter: 'emergency-phone-differs', is: true }],
    check: ({ person, path }) => isBlank(person.emergencyPhone)
      || normalisePhone(person.emergencyPhone) !== normalisePhone(person.mobile) ? undefined : fault(`${path}.emergencyPhone`,
        { zh: '应急电话与手机号码相同。', en: 'The emergency phone is the same as the mobile number.' },
        { zh: '请填写手机无法接通时可以找到您的另一个号码。', en: 'Give another number that reaches you when the mobile does not.' }),
  },
  {
    id: 'P-11', severity: 'block', source: 'icp-filing §2.1 (SPEC3 1010, 1031)', title: { zh: '办公电话', en: 'Office phone' },
    check: ({ person, path, ofPersonalSubject, data }) => {
      if (isBlank(person.officePhone)) return ofPersonalSubject || !data.value('office-phone-of-units') ? undefined : missing(`${path}.officePhone`, '办公电话', 'office phone', data.decided('office-phone-of-units'))
      return isOfficePhone(person.officePhone) ? undefined : fault(`${path}.officePhone`,
        { zh: '办公电话不正确。', en: 'The office phone is not right.' },
        {
          zh: '请带区号填写，例如 010-66668888 或 010-66668888-8001。',
          en: 'Write it with its area code, for example 010-66668888 or 010-66668888-8001.',
        })
    },
  },
  {
    id: 'P-12', severity: 'block', source: 'icp-filing §2.1 (SPEC3 1009)', title: { zh: '电子邮件', en: 'E-mail address' },
    check: ({ person, path }) => isBlank(person.email) ? missing(`${path}.email`, '电子邮件', 'e-mail address')
      : isEmail(person.email) ? undefined : fault(`${path}.email`,
        { zh: '电子邮件地址不完整或有误。', en: 'The e-mail address is incomplete or wrong.' },
        { zh: '请填写一个完整地址，例如 name@example.com。', en: 'Enter one whole address, for example name@example.com.' }),
  },
  {
    id: 'P-13', severity: 'reviewer', source: 'icp-filing §6 no 15 (HW)', title: {
      zh: '不同负责人使用不同联系方式',
      en: 'Different persons have different contacts',
    },
    check: ({ person, path, subjectPerson }) => {
      if (!subjectPerson || isBlank(person.certificateNumber) || isBlank(subjectPerson.certificateNumber)) return undefined
      if (sameNumber(person.certificateNumber, subjectPerson.certificateNumber)) return undefined
      const faults: Fault[] = []
      const fix = { zh: '请填写网站负责人本人的联系方式。', en: 'Give the contacts of the service’s own person in charge.' }
      if (!isBlank(person.mobile) && normalisePhone(person.mobile) === normalisePhone(subjectPerson.mobile)) {
        faults.push(fault(`${path}.mobile`, {
          zh: '手机号码与主体负责人相同。',
          en: 'The mobile number is that of the subject’s person in charge.',
        }, fix))
      }
      if (!isBlank(person.email) && normaliseEmail(person.email) === normaliseEmail(subjectPerson.email)) {
        faults.push(fault(`${path}.email`, {
          zh: '电子邮件与主体负责人相同。',
          en: 'The e-mail address is that of the subject’s person in charge.',
        }, fix))
      }
      return faults
    },
  },
  {
    id: 'P-14', severity: 'reviewer', source: 'icp-filing §6 no 15 (HW)', title: {
      zh: '同一负责人信息一致',
      en: 'One person is described in one way',
    },
    check: ({ person, path, subjectPerson }) => {
      if (!subjectPerson || isBlank(person.certificateNumber)) return undefined
      if (!sameNumber(person.certificateNumber, subjectPerson.certificateNumber)) return undefined
      const isAlike = person.name.trim() === subjectPerson.name.trim() && normalisePhone(person.mobile) === normalisePhone(subjectPerson.mobile)
      return isAlike ? undefined
        : fault(path,
          { zh: '证件号码与主体负责人相同，但姓名或手机号码不同。', en: 'The certificate is that of the subject’s person in charge, but name or mobile differ.' },
          { zh: '同一人请选择“与主体负责人相同”。', en: 'For the same person choose “same as the subject’s”.' })
    },
  },
  {
    id: 'P-15', severity: 'reviewer', source: 'icp-filing §6 no 29 (HW)', title: { zh: '单位负责人使用护照', en: 'Passport of a unit’s person in charge' },
    natures: ofUnits, where: [{ parameter: 'passport-of-person-in-charge', is: 'mainland-person' }],
    check: ({ person, path, data }) => {
      if (person.certificateType !== passport) return undefined
      const whose = data.whose('passport-of-person-in-charge')
      return fault(`${path}.certificateType`,
        { zh: `${whose.zh}不接受持护照的单位负责人。`, en: `Rule of ${whose.en}: a unit’s person in charge does not show a passport.` },
        { zh: '请授权一名持居民身份证的人员担任负责人。', en: 'Authorise somebody with a resident ID to be the person in charge.' })
    },
  },
  {
    id: 'P-16', severity: 'warn', source: 'icp-filing §6 no 16 (TC, HW)', title: { zh: '本地手机号码', en: 'Mobile number of the province' },
    where: [{ parameter: 'local-mobile', is: true }],
    check: ({ person, path, data }) => !isMainlandMobile(person.mobile) ? undefined : fault(`${path}.mobile`,
      { zh: `${data.whose('local-mobile').zh}要求使用本地手机号码。`, en: `Rule of ${data.whose('local-mobile').en}: the mobile number is of the province.` },
      { zh: '号码归属地在外省的，请更换；审核时会核实。', en: 'Give another one if yours is of elsewhere; reviewers look into it.' }),
  },
  {
    ...childRules.person,
    check: ({ person, path, today }) => childFault(`${path}.certificateNumber`, person.certificateType, person.certificateNumber, today),
  },
]
