import { findProvince } from '../code-tables/provinces.js'
import type { MigrationContent } from '../filing/content.js'
import { parseFilingNumber, provinceOfNumber } from '../numbers/filing-number.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { changeOfProvince } from '../sources/change-of-province.js'
import { isBlank, missing } from './faults.js'
import { fault, type Rule } from './rule.js'

const subjectNumberIn = (text: string) => {
  const parsed = parseFilingNumber(text)
  return parsed && parsed.n === undefined ? parsed : null
}

export interface MigrationScope {
  readonly content: MigrationContent
  /** What holds in the province of the giving subject. */
  readonly data: RulesInForce
}

/** Moves of a service to another subject (迁移互联网信息服务), icp-filing.md §3 no. 8. Whether numbers exist only the register can tell. */
export const migrationRules: readonly Rule<MigrationScope>[] = [
  {
    id: 'T-01', severity: 'block', source: 'icp-filing §3 no 8', title: { zh: '一次迁移一个网站', en: 'One website is moved at a time' },
    check: ({ content: { subjectNumber, serviceNumbers } }) => {
      const [number] = serviceNumbers
      const parsed = number === undefined ? null : parseFilingNumber(number)
      return serviceNumbers.length === 1 && parsed?.n !== undefined && parsed.subjectNumber === subjectNumber ? undefined : fault('serviceNumbers',
        { zh: '请选择迁出主体名下的一个网站。', en: 'Choose one website of the giving subject.' }, { zh: '请从列表中选择。', en: 'Choose it from the list.' })
    },
  },
  {
    id: 'T-02', severity: 'block', source: 'icp-filing §3 no 8, §5', title: { zh: '接收主体备案号', en: 'Number of the receiving subject' },
    check: ({ content: { receivingNumber } }) => {
      if (isBlank(receivingNumber)) return missing('receivingNumber', '接收主体备案号', 'number of the receiving subject')
      return subjectNumberIn(receivingNumber) ? undefined : fault('receivingNumber',
        { zh: '主体备案号格式不正确。', en: 'This is not a subject number.' },
        { zh: '例如 京ICP备2026000001号，不带“-1”。', en: 'For example 京ICP备2026000001号, without “-1”.' })
    },
  },
  {
    id: 'T-03', severity: 'block', source: 'icp-filing §3 no 8', title: { zh: '接收主体不是迁出主体', en: 'The receiver is another subject' },
    check: ({ content: { subjectNumber, receivingNumber } }) => (subjectNumber !== '' && subjectNumber === receivingNumber ? fault('receivingNumber',
      { zh: '接收主体与迁出主体相同。', en: 'The receiving subject is the giving one.' }, { zh: '请填写另一主体的备案号。', en: 'Give the number of another subject.' }) : undefined),
  },
  {
    id: 'T-04', severity: 'block', source: 'icp-filing §3 (SPEC3 1046: another province means cancelling and filing anew)', title: { zh: '不跨省迁移', en: 'Within one province' },
    disputed: changeOfProvince,
    check: ({ content: { subjectNumber, receivingNumber } }) => {
      const [from, to] = [subjectNumberIn(subjectNumber), subjectNumberIn(receivingNumber)]
      return from && to && from.character !== to.character ? fault('receivingNumber',
        { zh: '接收主体属于其他省，不能迁移。', en: 'The receiving subject is filed in another province, so the website cannot move there.' },
        { zh: '请注销该网站，由接收方在其所在省新增网站。', en: 'Cancel the website; the receiver files it anew in its own province.' }) : undefined
    },
  },
  {
    id: 'T-05', severity: 'block', source: 'icp-filing §3 no 8: the domain is transferred first', title: { zh: '域名已过户', en: 'The domain is the receiver’s' },
    check: ({ content: { domainHolder } }) => (domainHolder === 'receiver' ? undefined : fault('domainHolder',
      { zh: '尚未声明域名已过户至接收主体。', en: 'You have not declared that the domain stands in the name of the receiving subject.' },
      { zh: '请先在域名注册商处办理过户和实名认证，再勾选声明。', en: 'Transfer the domain at its registrar, with real-name verification, then tick the declaration.' })),
  },
  {
    id: 'T-06', severity: 'block', source: 'icp-filing §2.12, §3 no 8: mini programs and quick apps are unconfirmed', title: { zh: '只迁移网站', en: 'Only websites are moved' },
    check: ({ content: { services } }) => (services.some(({ type }) => type !== 'website') ? fault('serviceNumbers',
      { zh: 'APP、小程序和快应用的备案不能迁移到其他主体。', en: 'The filing of an app, a mini program or a quick app cannot be moved to another subject.' },
      { zh: '请注销该备案，由接收方重新备案。', en: 'Cancel it, and let the receiver file it anew.' }) : undefined),
  },
  {
    id: 'T-07', severity: 'reviewer', source: 'icp-filing §3 no 8 (HW: names 18 of 26 provinces)', title: { zh: '所在省是否受理迁移', en: 'Whether the province takes moves' },
    where: [{ parameter: 'takes-moves', isNot: 'yes' }],
    check: ({ content: { subjectNumber }, data }) => {
      const province = findProvince(provinceOfNumber(subjectNumber))
      if (!province) return undefined
      return data.value('takes-moves') === 'no' ? fault('subjectNumber',
        { zh: `${province.full}不受理网站迁移。`, en: `The administration of ${province.en} takes no moves of websites.` },
        { zh: '请注销后由接收方重新备案。', en: 'Cancel the website, and let the receiver file it anew.' }) : fault('subjectNumber',
        { zh: `${province.full}是否受理网站迁移，公开资料没有写明，由通信管理局决定。`,
          en: `Public sources do not say whether ${province.en} takes moves of websites; its administration decides.` },
        { zh: '可以先向通信管理局咨询；不受理时请注销后重新备案。', en: 'You may ask the administration first; if it takes none, cancel and file anew.' })
    },
  },
  {
    id: 'T-08', severity: 'block', source: 'icp-filing §3 no 8, §9: the provider verifies its new customer', title: { zh: '网站有接入', en: 'The website has an access' },
    check: ({ content: { services } }) => (services.some(({ accesses }) => accesses.length === 0) ? fault('serviceNumbers',
      { zh: '该网站没有接入，没有接入商可以核实新的主办者。', en: 'The website has no access, so no provider could verify its new owner.' },
      { zh: '请先办理“新增接入”。', en: 'File a new access first.' }) : undefined),
  },
]
