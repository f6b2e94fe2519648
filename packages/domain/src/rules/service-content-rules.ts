import { serviceWord, spaced, typesWithField } from '../filing/service-type.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { ofIndividuals } from './applicability.js'
import { isBlank, notChosen, notInTable } from './faults.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { ServiceScope } from './scopes.js'
import { wordClaimedIn, wordIn } from './words-in-names.js'

/** 互联网金融 among the pre-approval items. */
const finance = '13'

const itemName = (data: RulesInForce, id: string): { zh: string; en: string } => data.code('preApprovalItems', id) ?? { zh: id, en: id }

/** Pre-approval items that the chosen contents and the name suggest, with the word of the name that does. */
const suggestedItems = ({ service, data }: ServiceScope): ReadonlyMap<string, string | undefined> => {
  const word = wordIn(service.name, data.value('finance-words'))
  const items = new Map<string, string | undefined>(word === undefined ? [] : [[finance, word]])
  const add = (item: string | undefined) => {
    if (item) items.set(item, undefined)
  }
  for (const id of service.contents) add(data.code('serviceContents', id)?.preApprovalItem)
  for (const id of service.categories ?? []) add(data.code('appCategories', id)?.preApprovalItem)
  return items
}

/** What a service offers, in which languages, and what it needs approval for: icp-filing.md §2.2, §2.6–2.8. */
export const serviceContentRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-21', severity: 'block', source: 'icp-filing §2.2, §2.7 (SPEC3 1034)', title: { zh: '服务内容', en: 'Service content' }, types: typesWithField('contents'),
    check: ({ service, path, data }) => {
      if (service.contents.length === 0) return notChosen(`${path}.contents`, '服务内容', 'service content')
      const unknown = service.contents.find((id) => !data.code('serviceContents', id))
      return unknown === undefined ? undefined : notInTable(`${path}.contents`, '服务内容', 'service content', data.decidedCode('serviceContents', unknown))
    },
  },
  {
    id: 'W-22', severity: 'block', source: 'icp-filing §2.2, §2.8 (SPEC3 1066)', title: { zh: '语言类别', en: 'Languages' }, types: typesWithField('languages'),
    check: ({ service, path, data }) => {
      if (service.languages.length === 0) return notChosen(`${path}.languages`, '语言类别', 'language')
      const unknown = service.languages.find((id) => !data.code('languages', id))
      return unknown === undefined ? undefined : notInTable(`${path}.languages`, '语言类别', 'language', data.decidedCode('languages', unknown))
    },
  },
  {
    id: 'W-23', severity: 'block', source: 'icp-filing §2.2, §6 no 11 (HW, TC)', title: {
      zh: '个人网站的服务内容',
      en: 'Content of an individual’s website',
    },
    natures: ofIndividuals, types: ['website'],
    check: ({ service, path, data }) => {
      const beyond = service.contents.map((id) => data.code('serviceContents', id)).find((row) => row && !row.forPersons)
      if (beyond === undefined) return undefined
      const open = data.codes('serviceContents').filter(({ forPersons }) => forPersons)
      return fault(`${path}.contents`,
        { zh: `个人网站不能选择“${beyond.zh}”。`, en: `An individual’s site may not offer “${beyond.en}”.` },
        { zh: `个人只能选择${open.map(({ zh }) => `“${zh}”`).join('或')}。`, en: `Individuals choose ${open.map(({ en }) => `“${en}”`).join(' or ')}.` },
        data.decidedCode('serviceContents', beyond.id))
    },
  },
  {
    id: 'W-24', severity: 'block', source: 'icp-filing §2.2 (WX)', title: { zh: '前置审批已说明', en: 'Pre-approval is answered' },
    check: ({ service, path }) => service.preApprovalAnswer === '' ? fault(`${path}.preApprovalAnswer`,
      { zh: '尚未说明是否涉及前置或专项审批内容。', en: 'It is not said whether the content needs a pre-approval.' },
      { zh: '不涉及的，请选择“以上都不涉及”。', en: 'If it does not, choose “none of these”.' }) : undefined,
  },
  {
    id: 'W-25', severity: 'block', source: 'icp-filing §2.2, §2.6 (SPEC3 1033)', title: {
      zh: '前置审批项目和文号',
      en: 'Items of pre-approval with their numbers',
    },
    check: ({ service, path, data }) => {
      if (service.preApprovalAnswer !== 'some') return undefined
      const at = `${path}.preApprovals`
      if (service.preApprovals.length === 0) return notChosen(at, '前置审批项目', 'pre-approval item')
      const faults: Fault[] = []
      const seen = new Set<string>()
      for (const { item, approvalNumber } of service.preApprovals) {
        if (item === '') faults.push(notChosen(at, '前置审批项目', 'pre-approval item'))
        else if (!data.code('preApprovalItems', item)) faults.push(notInTable(at, '前置审批项目', 'pre-approval item', data.decidedCode('preApprovalItems', item)))
        else if (seen.has(item)) faults.push(fault(at,
          { zh: `“${itemName(data, item).zh}”填写了两次。`, en: `“${itemName(data, item).en}” is given twice.` },
          { zh: '请删除重复的项目。', en: 'Remove one of them.' }))
        else if (isBlank(approvalNumber)) faults.push(fault(at,
          { zh: `“${itemName(data, item).zh}”缺少批准文号。`, en: `The approval number for “${itemName(data, item).en}” is missing.` },
          { zh: '请填写批准文件上的文号。', en: 'Enter the number on the approval.' }))
        seen.add(item)
      }
      return faults
    },
  },
  {
    id: 'W-26', severity: 'reviewer', source: 'icp-filing §2.6, §6 no 22 (SPEC3, TC)', title: {
      zh: '内容可能需要前置审批',
      en: 'The content may need a pre-approval',
    },
    check: (scope) => {
      if (scope.service.preApprovalAnswer === '') return undefined
      const { data } = scope
      const given = new Set(scope.service.preApprovalAnswer === 'some' ? scope.service.preApprovals.map((row) => row.item) : [])
      return [...suggestedItems(scope)].filter(([item]) => !given.has(item)).map(([item, word]) => fault(`${scope.path}.preApprovalAnswer`,
        { zh: `服务内容或名称通常涉及“${itemName(data, item).zh}”前置审批。`, en: `This content or name usually needs the pre-approval “${itemName(data, item).en}”.` },
        { zh: '涉及的，请填写项目和批准文号；不涉及的，审核时可能被要求说明。', en: 'If it does, give item and number; if not, be ready to explain in review.' },
        word === undefined ? undefined : data.decided('finance-words', word)))
    },
  },
  {
    id: 'W-27', severity: 'reviewer', source: 'icp-filing §6 no 11 (TC)', title: {
      zh: '个人不得开办需审批的内容',
      en: 'Individuals offer nothing that needs approval',
    },
    natures: ofIndividuals,
    check: ({ service, path }) => service.preApprovalAnswer !== 'some' ? undefined : fault(`${path}.preApprovalAnswer`,
      { zh: '个人主办者一般不能开办涉及前置审批的内容。', en: 'Individuals generally may not offer content that needs a pre-approval.' },
      { zh: '请以单位名义备案，或去掉相关内容。', en: 'File as a unit, or leave that content out.' }),
  },
  {
    id: 'W-51', severity: 'reviewer', source: 'icp-filing §6 no 11 (TC)', title: { zh: '个人备案非经营性', en: 'What an individual files is no business' },
    natures: ofIndividuals,
    check: ({ service, path, data }) => {
      const words = data.value('commerce-words')
      // The names of individuals’ websites have a rule of their own (W-07).
      return (service.type === 'website' ? ['remark'] as const : ['name', 'remark'] as const).flatMap((field): Fault[] => {
        const word = field === 'name' ? wordIn(service.name, words) : wordClaimedIn(service.remark, words)
        return word === undefined ? [] : [fault(`${path}.${field}`,
          { zh: `个人不得开办经营性、企业、团体或论坛类内容，这里写有“${word}”。`, en: `Individuals run no business, firm, association or forum; this speaks of “${word}”.` },
          { zh: '请以单位名义备案，或如实改写为非经营性内容。', en: 'File as a unit, or describe what it really offers if that is no business.' }, data.decided('commerce-words', word))]
      })
    },
  },
  {
    id: 'W-28', severity: 'block', source: 'icp-filing §2.2 (SPEC3, WX)', title: { zh: '备注的长度', en: 'Length of the remark' },
    check: ({ service: { type, remark }, path, data }) => {
      const [least, most] = [data.value(`shortest-remark-of-${type}`), data.value(`longest-remark-of-${type}`)]
      const length = [...remark.trim()].length
      if (length >= least && length <= most) return undefined
      const { zh, en } = serviceWord(type)
      return fault(`${path}.remark`,
        least === 0
          ? { zh: spaced(`${zh}备注最多 ${most} 个字，现为 ${length} 个。`), en: `The remark of this ${en} has ${most} characters at most; it has ${length}.` }
          : { zh: spaced(`${zh}备注应为 ${least}–${most} 个字，现为 ${length} 个。`), en: `The remark of this ${en} has ${least}–${most} characters; it has ${length}.` },
        { zh: spaced(`请说明${zh}实际提供的内容。`), en: `Tell what the ${en} really offers.` },
        data.decided(length < least ? `shortest-remark-of-${type}` : `longest-remark-of-${type}`))
    },
  },
]

/** Where accesses may be entered. A change leaves them as they are (X-14), so a website whose last access has ended does not keep the rest from being changed. */
export const serviceAccessRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-29', severity: 'block', source: 'icp-filing §2.3, §3 no 1', title: { zh: '每个网站至少一个接入', en: 'Every service has an access' },
    check: ({ service, path }) => service.accesses.length > 0 ? undefined : fault(`${path}.accesses`,
      {
        zh: `“${service.name || service.domain || spaced(`该${serviceWord(service.type).zh}`)}”还没有接入信息。`,
        en: `“${service.name || service.domain || 'This service'}” has no access yet.`,
      },
      { zh: '请点击“添加接入”并选择接入商。', en: 'Choose “Add access” and pick a provider.' }),
  },
]
