import { homeProvinceOf } from '../rules/home-province.js'
import { asksLegalPerson, type Subject } from '../filing/content.js'
import { ofIndividuals, ofUnits } from '../rules/applicability.js'
import type { SheetCheck } from './check.js'

/** 境外机构 (icp-filing.md §2.4). */
const abroad = '16'
/** 国防机构 and 政府机关 are in no register of businesses. */
const withoutStatus: readonly string[] = ['1', '2']

const livesElsewhere = (subject: Subject): boolean => {
  const home = homeProvinceOf(subject)
  return home !== null && !subject.province.startsWith(home)
}

/** The owner: its papers, and how it stands. */
export const subjectChecks: readonly SheetCheck[] = [
  {
    id: 'V-01', severity: 'block', about: 'subject', kinds: ['new-subject', 'change'], source: 'icp-filing §6 no 25 (HW; N64)',
    title: { zh: '主办者证件已核对原件', en: 'The owner’s certificate was seen in the original' },
    look: () => ({
      zh: '证件为彩色原件，完整清晰；名称、号码、住所和有效期与所填一致。',
      en: 'The certificate is a colour original, whole and legible. Name, number, address and validity are what was filed.',
    }),
    fix: { zh: '请主办者重新提供证件原件；所填有误的，提出修改请求后改正。', en: 'Ask the owner for the original again. What was filed wrongly is corrected under a correction request.' },
  },
  {
    id: 'V-02', severity: 'block', about: 'subject', kinds: ['new-subject', 'new-service', 'change'], source: 'icp-filing §6 no 26 (HW)',
    title: { zh: '单位经营状态正常', en: 'The unit is in business' },
    natures: ofUnits.filter((nature) => !withoutStatus.includes(nature)),
    look: () => ({
      zh: '在登记机关的公示系统中查询：存续，不是经营异常、注销或吊销。',
      en: 'Looked up where such units are registered: it exists, and is not listed as abnormal, cancelled or revoked.',
    }),
    fix: { zh: '状态异常的，请主办者先到登记机关处理，再重新提交。', en: 'A unit that is listed as abnormal clears that with its registry first and files again.' },
  },
  {
    id: 'V-03', severity: 'block', about: 'subject', kinds: ['new-subject', 'change'], source: 'icp-filing §6 no 29 (HW)',
    title: { zh: '境外机构有境内签发的证件', en: 'An institution from abroad has a paper issued in China' },
    natures: [abroad],
    look: () => ({ zh: '已看到分支机构营业执照或常驻代表机构登记证。', en: 'The licence of its branch, or the registration of its permanent office, was seen.' }),
    fix: { zh: '没有境内签发的证件不能备案；请改由境内分支机构提交。', en: 'Without a paper issued in China it cannot file. A branch in the mainland files instead.' },
  },
  {
    id: 'V-04', severity: 'block', about: 'subject', kinds: ['new-subject', 'change'], source: 'icp-filing §6 no 14 (HW, TC)',
    title: { zh: '授权书已核对', en: 'The letter of authorisation was seen' },
    natures: ofUnits, where: [{ parameter: 'person-in-charge', is: 'letter' }],
    asked: ({ subject }) => subject !== null && asksLegalPerson(subject),
    look: () => ({
      zh: '授权书由法定代表人签署并加盖公章，所授权的是主体负责人。', en: 'The letter is signed by the legal representative, carries the seal, and authorises this person in charge.',
    }),
    fix: { zh: '请主办者补交授权书，或改由法定代表人担任主体负责人。', en: 'Ask the owner for the letter, or for the legal representative as the person in charge.' },
  },
  {
    id: 'V-05', severity: 'block', about: 'subject', kinds: ['new-subject', 'new-service', 'change'], source: 'icp-filing §2.11 (HW, WX)',
    title: { zh: '承诺书已收到', en: 'The letter of commitment is at hand' },
    where: [{ parameter: 'commitment-letter', is: true }],
    look: () => ({ zh: '承诺书为该省现行文本，已签字或盖章。', en: 'The letter has the text that the province uses now, and is signed or sealed.' }),
    fix: { zh: '请主办者补交承诺书。', en: 'Ask the owner for the letter.' },
  },
  {
    id: 'V-06', severity: 'block', about: 'subject', kinds: ['new-subject', 'change'], source: 'icp-filing §6 no 17 (TC, HW)',
    title: { zh: '个人在户籍地以外备案的居住证已核对', en: 'The residence permit of an individual away from home was seen' },
    natures: ofIndividuals, where: [{ parameter: 'individuals-away-need-permit', is: true }],
    asked: ({ subject }) => subject !== null && livesElsewhere(subject),
    look: () => ({ zh: '居住证由备案所在省签发，在有效期内，是本人的。', en: 'The permit was issued in the province of the filing, is valid, and is the owner’s own.' }),
    fix: { zh: '没有居住证的，请主办者在户籍所在省备案。', en: 'Without a permit the owner files in the home province.' },
  },
  {
    id: 'V-07', severity: 'block', about: 'subject', kinds: ['new-service', 'new-access', 'change'], source: 'icp-filing §6 no 21 (HW, TC)',
    title: { zh: '该主体原有网站正常并标明备案号', en: 'Earlier websites of the subject open and show their number' },
    look: () => ({
      zh: '已备案的网站可以打开，内容与主体性质相符，页面底部标明备案号并链接到工信部。',
      en: 'Its websites on record open, suit the nature of the subject, and show the filing number in the footer with a link to the ministry.',
    }),
    fix: { zh: '请主办者先整改原有网站；不再使用的先注销。', en: 'The owner mends its earlier websites first, or cancels those that are not used any more.' },
    spared: { zh: '没有已备案的网站（例如只有 APP）', en: 'it has no website on record, only apps for example' },
  },
]
