import { findProvince } from '../code-tables/provinces.js'
import { certificateTypes } from '../code-tables/certificate-types.js'
import { findCode } from '../code-tables/code-row.js'
import { ofIndividuals, ofUnits } from './applicability.js'
import { creditCodeRegion, isCreditCode } from './credit-code.js'
import { homeProvinceOf } from './home-province.js'
import { asksProofOfIncome } from './proof-of-income.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { parseResidentId } from './resident-id.js'
import { fault, type Rule } from './rule.js'
import type { SubjectScope } from './scopes.js'

const sourcePath = 'subject.legalPersonSource'

/** The six digits of a division within a certificate number; '' where it holds none. */
const regionOf = ({ subject: { certificateType, certificateNumber } }: SubjectScope): string => {
  const form = findCode(certificateTypes, certificateType)?.form
  if (form === 'uscc') return isCreditCode(certificateNumber) ? creditCodeRegion(certificateNumber) : ''
  return form === 'resident-id' ? parseResidentId(certificateNumber)?.region ?? '' : ''
}

/** The cities, by their four digits, in which a division of a certificate lies today: of one that has ended, those of its successors. */
const citiesNow = (region: string, data: RulesInForce): string[] => {
  const found = new Set<string>()
  const follow = (code: string): void => {
    if (found.has(code)) return
    found.add(code)
    const standing = data.division(code)
    if (standing.state === 'ended') for (const successor of standing.ended.successors) follow(successor.code)
  }
  follow(data.division(region).state === 'unknown' ? `${region.slice(0, 4)}00` : region)
  return [...found].map((code) => code.slice(0, 4))
}

/** What some provinces ask of a subject and others do not: icp-filing.md §6 nos 13, 14, 17 and 18, §2.11. */
export const provincialRules: readonly Rule<SubjectScope>[] = [
  {
    id: 'S-28', severity: 'reviewer', source: 'icp-filing §6 no 14 (HW, TC)', title: { zh: '主体负责人是法定代表人', en: 'The person in charge is the legal representative' },
    natures: ofUnits, where: [{ parameter: 'person-in-charge', is: 'legal-representative' }],
    check: ({ subject, data }) => {
      if (subject.legalPersonSource !== 'own') return undefined
      const whose = data.whose('person-in-charge')
      return fault(sourcePath,
        { zh: '主体负责人不是法定代表人。', en: 'The person in charge is not the legal representative.' },
        { zh: `${whose.zh}要求法定代表人担任主体负责人。`, en: `Rule of ${whose.en}: the legal representative is the person in charge.` })
    },
  },
  {
    id: 'S-29', severity: 'warn', source: 'icp-filing §6 no 14 (HW, TC)', title: { zh: '授权书', en: 'Letter of authorisation' },
    natures: ofUnits, where: [{ parameter: 'person-in-charge', is: 'letter' }],
    check: ({ subject, data }) => {
      if (subject.legalPersonSource !== 'own') return undefined
      const whose = data.whose('person-in-charge')
      return fault(sourcePath,
        { zh: '主体负责人不是法定代表人，须有法定代表人签署的授权书。', en: 'The person in charge is not the legal representative and needs a letter of authorisation.' },
        { zh: `这是${whose.zh}的要求；请备好授权书，在“材料”中上传，或交给接入商。`, en: `Rule of ${whose.en}. Have the letter ready for “Papers”, or for the access provider.` })
    },
  },
  {
    id: 'S-30', severity: 'reviewer', source: 'icp-filing §6 no 18 (HW)', title: { zh: '通信地址与证件在同一城市', en: 'The mailing address is in the city of the certificate' },
    where: [{ parameter: 'address-in-city-of-certificate', is: true }],
    check: (scope) => {
      const { subject: { city }, data } = scope
      const region = regionOf(scope)
      // 10 is the national registry; without a city of its own a code says nothing of one.
      if (city === '' || region === '' || region.startsWith('10') || region.slice(2, 4) === '00') return undefined
      if (citiesNow(region, data).includes(city.slice(0, 4))) return undefined
      return fault('subject.city',
        { zh: '所选城市与证件号码所属城市不同。', en: 'The chosen city is not that of the certificate number.' },
        { zh: `${data.whose('address-in-city-of-certificate').zh}要求通信地址与证件在同一城市。`, en: `Rule of ${data.whose('address-in-city-of-certificate').en}: the mailing address is in the city of the certificate.` })
    },
  },
  {
    id: 'S-31', severity: 'warn', source: 'icp-filing §2.11 (HW, WX)', title: { zh: '承诺书', en: 'Letter of commitment' },
    where: [{ parameter: 'commitment-letter', is: true }],
    check: ({ subject, data }) => subject.province === '' ? undefined : fault('subject.province',
      { zh: `${data.whose('commitment-letter').zh}要求提交承诺书。`, en: `Rule of ${data.whose('commitment-letter').en}: a letter of commitment is handed in.` },
      { zh: '请备好签字或盖章的承诺书，在“材料”中上传，或交给接入商。', en: 'Have the signed or sealed letter ready for “Papers”, or for the access provider.' }),
  },
  {
    id: 'S-33', severity: 'warn', source: 'icp-filing §6 no 13 (HW: with proof of income)', title: { zh: '收入证明', en: 'Proof of income' },
    natures: ofIndividuals, where: [{ parameter: 'proof-of-income-below', isNot: 0 }],
    check: ({ subject, data }) => {
      if (!asksProofOfIncome(subject, data)) return undefined
      const [whose, age] = [data.whose('proof-of-income-below'), data.value('proof-of-income-below')]
      return fault('subject.certificateNumber',
        { zh: `主办者未满 ${age} 周岁，${whose.zh}要求收入证明。`, en: `The subject is younger than ${age}. Rule of ${whose.en}: proof of an income is handed in.` },
        { zh: '请备好收入证明，在“材料”中上传，或交给接入商。', en: 'Have the proof ready for “Papers”, or for the access provider.' })
    },
  },
  {
    id: 'S-34', severity: 'warn', source: 'icp-filing §6 no 17, §2.1 (TC, HW)', title: { zh: '居住证', en: 'Residence permit' },
    natures: ofIndividuals, where: [{ parameter: 'individuals-away-need-permit', is: true }],
    check: ({ subject, data }) => {
      const home = homeProvinceOf(subject)
      if (home === null || !findProvince(subject.province) || subject.province.startsWith(home)) return undefined
      const whose = data.whose('individuals-away-need-permit')
      return fault('subject.province',
        { zh: `身份证号码所属省份与所选省份不同，${whose.zh}要求居住证。`, en: `The resident ID is of another province than the chosen one. Rule of ${whose.en}: a residence permit is shown.` },
        { zh: '请备好当地居住证，在“材料”中上传，或交给接入商；没有居住证的，请在户籍所在省备案。', en: 'Have the local permit ready for “Papers”, or for the access provider; without one, file in the home province.' })
    },
  },
]
