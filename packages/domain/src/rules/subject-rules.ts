import { certificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import { natures } from '../code-tables/natures.js'
import { findProvince } from '../code-tables/provinces.js'
import { ageOn } from '../working-days/day.js'
import { ofIndividuals, ofUnits } from './applicability.js'
import { childFault, childRules } from './children.js'
import { expiredFault, expiringFault, validityFaults } from './certificate-validity.js'
import { creditCodeFitsNature, creditCodePrefixes, creditCodeProvince, isCreditCode } from './credit-code.js'
import { isBlank, missing, notChosen, notInTable, required } from './faults.js'
import { isOrganisationCode } from './organisation-code.js'
import { isPersonalCertificateNumber } from './personal-certificate.js'
import { isPersonName, personNameFault } from './person-name.js'
import { parseResidentId } from './resident-id.js'
import { fault, type Rule } from './rule.js'
import type { SubjectScope } from './scopes.js'

const formOf = ({ subject }: SubjectScope) => findCode(certificateTypes, subject.certificateType)?.form
const validityOf = ({ subject, today }: SubjectScope) =>
  ({ path: 'subject', of: { zh: '主体证件', en: 'certificate of the subject' }, from: subject.certificateValidFrom, to: subject.certificateValidTo, today })

/** Subject (主体信息), icp-filing.md §2.1; its address has its own file. */
export const subjectRules: readonly Rule<SubjectScope>[] = [
  {
    id: 'S-01', severity: 'block', source: 'icp-filing §2.1, §2.4 (SPEC3 1014)', title: { zh: '单位性质', en: 'Nature of the subject' },
    check: ({ subject, data }) => subject.nature === '' ? notChosen('subject.nature', '单位性质', 'nature')
      : data.code('natures', subject.nature) ? undefined : notInTable('subject.nature', '单位性质', 'nature', data.decidedCode('natures', subject.nature)),
  },
  {
    id: 'S-02', severity: 'block', source: 'icp-filing §2.1', title: { zh: '主办者名称', en: 'Name of the subject' },
    check: ({ subject, personal }) => !isBlank(subject.name) ? undefined
      : personal ? missing('subject.name', '姓名', 'name') : missing('subject.name', '主办单位名称', 'name of the unit'),
  },
  {
    id: 'S-03', severity: 'block', source: 'icp-filing §2.1 (HW)', title: {
      zh: '主办者名称与证件一致',
      en: 'The name is written as on the certificate',
    },
    check: ({ subject, personal }) => {
      if (isBlank(subject.name)) return undefined
      if (personal) return isPersonName(subject.name) ? undefined : personNameFault('subject.name')
      const name = subject.name.trim()
      return [...name].length >= 2 && /^[\p{L}\p{M}\p{N}（）()《》“”"·•.,，、&'’\-—+ ]+$/u.test(name) ? undefined : fault('subject.name',
        { zh: '名称过短，或含有证件上不会出现的符号。', en: 'The name is too short, or holds signs that no certificate carries.' },
        { zh: '请与证件上的名称逐字一致。', en: 'Write it exactly as it stands on the certificate.' })
    },
  },
  {
    id: 'S-04', severity: 'block', source: 'icp-filing §2.1, §2.5 (SPEC3 1008)', title: {
      zh: '主体证件类型',
      en: 'Type of the subject’s certificate',
    },
    check: ({ subject, data }) => {
      const path = 'subject.certificateType'
      if (subject.certificateType === '') return notChosen(path, '主体证件类型', 'type of certificate')
      if (!findCode(natures, subject.nature)) return undefined
      const type = data.code('certificateTypes', subject.certificateType)
      if (type?.natures.includes(subject.nature)) return undefined
      if (!type && findCode(certificateTypes, subject.certificateType)) return notInTable(path, '证件类型', 'type of certificate', data.decidedCode('certificateTypes', subject.certificateType))
      return fault(path,
        { zh: '该证件类型不属于所选单位性质。', en: 'This type of certificate does not belong to the chosen nature.' },
        { zh: '请重新选择证件类型，或更正单位性质。', en: 'Choose another type, or correct the nature.' })
    },
  },
  {
    id: 'S-05', severity: 'block', source: 'icp-filing §2.1 (SPEC3 1008)', title: { zh: '主体证件号码', en: 'Number of the subject’s certificate' },
    check: ({ subject }) => required(subject.certificateNumber, 'subject.certificateNumber', '主体证件号码', 'certificate number'),
  },
  {
    id: 'S-06', severity: 'block', source: 'icp-filing §12 (GB 32100)', title: { zh: '统一社会信用代码校验', en: 'Check digit of the credit code' },
    check: (scope) => formOf(scope) !== 'uscc' || isBlank(scope.subject.certificateNumber) || isCreditCode(scope.subject.certificateNumber)
      ? undefined : fault('subject.certificateNumber',
        {
          zh: '统一社会信用代码不正确：应为 18 位，且校验位相符。',
          en: 'This is not a unified social credit code: it has 18 characters and its check digit must fit.',
        },
        { zh: '请与证件逐位核对；代码中没有 I、O、S、V、Z。', en: 'Compare it with the certificate; the letters I, O, S, V and Z never occur in it.' }),
  },
  {
    id: 'S-07', severity: 'reviewer', source: 'icp-filing §12 (GB 32100)', title: {
      zh: '信用代码与单位性质相符',
      en: 'The credit code fits the nature',
    },
    natures: Object.keys(creditCodePrefixes),
    check: (scope) => formOf(scope) !== 'uscc' || creditCodeFitsNature(scope.subject.certificateNumber, scope.subject.nature) !== false
      ? undefined : fault('subject.certificateNumber',
        { zh: '统一社会信用代码前两位与单位性质不符。', en: 'The first two characters of the credit code do not fit the nature.' },
        { zh: '请核对单位性质和证件。', en: 'Check the nature and the certificate.' }),
  },
  {
    id: 'S-08', severity: 'block', source: 'icp-filing §12 (GB 11714)', title: {
      zh: '组织机构代码校验',
      en: 'Check character of the organisation code',
    },
    check: (scope) => formOf(scope) !== 'organisation-code' || isBlank(scope.subject.certificateNumber)
      || isOrganisationCode(scope.subject.certificateNumber) ? undefined : fault('subject.certificateNumber',
        {
          zh: '组织机构代码不正确：应为 8 位加 1 位校验码。',
          en: 'This is not an organisation code: it has 8 characters and a check character that must fit.',
        },
        { zh: '请与证件逐位核对，例如 00000001-9。', en: 'Compare it with the certificate, for example 00000001-9.' }),
  },
  {
    id: 'S-09', severity: 'block', source: 'icp-filing §12 (GB 11643; SPEC3 1015)', title: {
      zh: '个人证件号码校验',
      en: 'Number of an individual’s certificate',
    },
    natures: ofIndividuals,
    check: (scope) => {
      const { subject, today } = scope
      const form = formOf(scope)
      if (!form || isBlank(subject.certificateNumber)) return undefined
      const born = parseResidentId(subject.certificateNumber)?.birthDay ?? ''
      if (isPersonalCertificateNumber(form, subject.certificateNumber) && born <= today) return undefined
      return fault('subject.certificateNumber',
        { zh: '证件号码不正确。', en: 'The certificate number is not right.' },
        { zh: '请与证件逐位核对；居民身份证为 18 位，末位可能是 X。', en: 'Compare it with the card; a resident ID has 18 places and may end in X.' })
    },
  },
  {
    id: 'S-10', severity: 'block', source: 'icp-filing §2.1', title: { zh: '证件住所', en: 'Address on the certificate' },
    check: ({ subject }) => required(subject.certificateAddress, 'subject.certificateAddress', '证件住所', 'address on the certificate'),
  },
  {
    id: 'S-11', severity: 'block', source: 'icp-filing §2.1 (CONSOLE, WX)', title: {
      zh: '主体证件有效期',
      en: 'Validity of the subject’s certificate',
    },
    check: (scope) => validityFaults(validityOf(scope)),
  },
  {
    id: 'S-12', severity: 'block', source: 'icp-filing §6 no 25 (HW)', title: {
      zh: '主体证件未过期',
      en: 'The subject’s certificate has not expired',
    },
    check: (scope) => expiredFault(validityOf(scope)),
  },
  {
    id: 'S-13', severity: 'reviewer', source: 'icp-filing §6 no 25 (HW)', title: {
      zh: '主体证件剩余有效期足够',
      en: 'Enough time is left on the subject’s certificate',
    },
    where: [{ parameter: 'months-left-on-certificates', isNot: 0 }],
    check: (scope) => expiringFault(validityOf(scope), scope.data.value('months-left-on-certificates'), scope.data.whose('months-left-on-certificates')),
  },
  {
    id: 'S-14', severity: 'block', source: 'icp-filing §2.1 (NE)', title: { zh: '投资人或主管单位', en: 'Investor or superior unit' }, natures: ofUnits,
    check: ({ subject }) => !isBlank(subject.investor) ? undefined : fault('subject.investor',
      { zh: '尚未填写投资人或主管单位。', en: 'The investor or superior unit is missing.' },
      { zh: '没有主管单位的，填写本单位名称或法定代表人姓名。', en: 'Without a superior, write the unit’s own name or its legal representative.' }),
  },
  {
    id: 'S-15', severity: 'reviewer', source: 'icp-filing §6 no 17 (HW)', title: {
      zh: '证件所在省与备案省一致',
      en: 'The certificate is of the province of the filing',
    },
    natures: ofUnits, where: [{ parameter: 'units-file-at-home', is: true }],
    check: (scope) => {
      const { subject } = scope
      const form = formOf(scope)
      const certificateProvince = form === 'uscc' && isCreditCode(subject.certificateNumber) ? creditCodeProvince(subject.certificateNumber) : ''
      // 10 is the national registry.
      const isSilent = certificateProvince === '' || certificateProvince === '10' || !findProvince(subject.province)
      if (isSilent || subject.province.startsWith(certificateProvince)) return undefined
      return fault('subject.province',
        { zh: '证件号码所属省份与所选省份不同。', en: 'The certificate number belongs to another province than the chosen one.' },
        {
          zh: '请按证件住所选择省份；单位迁移过住所的可忽略。',
          en: 'Choose the province of the address on the certificate; ignore this if the unit has moved.',
        })
    },
  },
  {
    id: 'S-16', severity: 'reviewer', source: 'icp-filing §6 no 13 (HW)', title: { zh: '个人主体达到最低年龄', en: 'An individual is old enough' }, natures: ofIndividuals,
    check: (scope) => {
      if (formOf(scope) !== 'resident-id') return undefined
      const id = parseResidentId(scope.subject.certificateNumber)
      const youngest = scope.data.value('youngest-individual')
      const whose = scope.data.whose('youngest-individual')
      return !id || id.birthDay > scope.today || ageOn(id.birthDay, scope.today) >= youngest ? undefined : fault('subject.certificateNumber',
        { zh: `主办者未满 ${youngest} 周岁。`, en: `The subject is younger than ${youngest}.` },
        { zh: `${whose.zh}要求个人主办者年满 ${youngest} 周岁。`, en: `Rule of ${whose.en}: an individual is at least ${youngest} years old.` },
        scope.data.decided('youngest-individual'))
    },
  },
  {
    id: 'S-17', severity: 'reviewer', source: 'icp-filing §2.1', title: {
      zh: '个人的负责人为本人',
      en: 'An individual is their own person in charge',
    },
    natures: ofIndividuals,
    check: ({ subject }) => isBlank(subject.name) || isBlank(subject.person.name)
      || subject.name.trim() === subject.person.name.trim() ? undefined : fault('subject.person.name',
        { zh: '个人备案的主体负责人应为本人。', en: 'In an individual’s filing the person in charge is the individual.' },
        { zh: '请填写与主办者相同的姓名。', en: 'Enter the same name as the subject’s.' }),
  },
  {
    id: 'S-35', severity: 'block', source: 'icp-filing §2.1 (SPEC3)', title: { zh: '主体备注的长度', en: 'Length of the subject’s remark' },
    check: ({ subject, data }) => {
      const [length, most] = [[...subject.remark.trim()].length, data.value('longest-remark-of-subjects')]
      return length <= most ? undefined : fault('subject.remark',
        { zh: `主体备注最多 ${most} 个字，现为 ${length} 个。`, en: `The remark of a subject has ${most} characters at most; this has ${length}.` },
        { zh: '请只写审核需要知道的内容。', en: 'Keep what the review has to know.' }, data.decided('longest-remark-of-subjects'))
    },
  },
  {
    ...childRules.subject, natures: ofIndividuals,
    check: ({ subject, today }) => childFault('subject.certificateNumber', subject.certificateType, subject.certificateNumber, today),
  },
]
