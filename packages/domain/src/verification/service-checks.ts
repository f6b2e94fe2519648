import { kindsWithServices, registrationKinds } from '../filing/kind.js'
import type { SheetCheck } from './check.js'

/** What a service is called and shows, and where it is connected. */
export const serviceChecks: readonly SheetCheck[] = [
  {
    id: 'V-17', severity: 'block', about: 'service', kinds: kindsWithServices, source: 'icp-filing §6 no 9 (NE, TC, HW)',
    title: { zh: '名称与主办者相关或有证明', en: 'The name has to do with the owner, or there is proof' },
    look: () => ({
      zh: '单位：名称与单位名称或业务相关，否则已看到商标等证明；个人：名称不涉及单位、行业或他人。',
      en: 'Of a unit, the name has to do with its name or trade, or proof such as a trademark was seen. Of an individual, it speaks of no firm, trade or other person.',
    }),
    fix: { zh: '提出修改请求更正名称，或请主办者提供商标等证明。', en: 'Have the name corrected under a correction request, or ask for the proof.' },
  },
  {
    id: 'V-18', severity: 'block', about: 'service', kinds: kindsWithServices, source: 'icp-filing §6 no 11 (TC; N64)',
    title: { zh: '服务内容属实且不超出主体性质', en: 'The content is what was filed, and suits the owner’s nature' },
    look: () => ({
      zh: '实际或计划的内容与所填一致；个人不涉及企业、团体、论坛和须审批的内容。',
      en: 'What it shows, or is to show, is what was filed. That of an individual has nothing of firms, associations, forums, or of what needs an approval.',
    }),
    fix: { zh: '提出修改请求更正服务内容；超出主体性质的，不予通过。', en: 'Have the content corrected under a correction request; refuse what the owner may not run.' },
  },
  {
    id: 'V-19', severity: 'block', about: 'service', kinds: kindsWithServices, source: 'icp-filing §6 no 22 (SPEC3 1033; TC)',
    title: { zh: '前置审批文件已核对', en: 'The papers of the pre-approval were seen' },
    asked: (_filing, service) => service?.preApprovalAnswer === 'some',
    look: () => ({ zh: '已看到每项前置或专项审批的批准文件，名称、批准号和期限与所填一致。', en: 'Each approval was seen on paper; name, number and term are what was filed.' }),
    fix: { zh: '请主办者补交批准文件；没有批准的内容应当去掉。', en: 'Ask for the papers. Content without an approval is taken out.' },
  },
  {
    id: 'V-20', severity: 'block', about: 'access', kinds: registrationKinds, source: 'icp-filing §6 no 19, §9 (N64; SPEC3 1006)',
    title: { zh: '接入信息属实', en: 'The access is as filed' },
    look: () => ({
      zh: '已与主办者签订接入合同；接入方式、服务器放置地属实，所列 IP 地址已分配给该客户。',
      en: 'There is a contract with the owner. Mode and place of the servers are true, and the addresses are assigned to this customer.',
    }),
    fix: { zh: '提出修改请求更正接入信息；没有合同的，不予通过。', en: 'Have the access corrected under a correction request; refuse it without a contract.' },
  },
]
