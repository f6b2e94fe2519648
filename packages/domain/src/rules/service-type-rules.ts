import { filedSince, foreignFields, serviceWord, spaced, typesWithField } from '../filing/service-type.js'
import { notChosen, notInTable } from './faults.js'
import { fault, type Rule } from './rule.js'
import type { ServiceScope } from './scopes.js'

const source = 'icp-filing §2.12 (HW, NAPP)'

const isGiven = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** What a service answers because of its type: icp-filing.md §2.7, §2.12. Its platforms have rules of their own. */
export const serviceTypeRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-40', severity: 'block', source: 'icp-filing §2.2, §2.12', title: { zh: '只填写该类型的字段', en: 'Only fields of its type are filled in' },
    check: ({ service, path }) => foreignFields(service.type).filter((key) => isGiven(service[key as keyof typeof service])).map((key) => fault(`${path}.${key}`,
      { zh: spaced(`${serviceWord(service.type).zh}没有这个字段。`), en: `No ${serviceWord(service.type).en} has this field.` },
      { zh: '请清空，或更正服务类型。', en: 'Empty it, or correct the type of service.' })),
  },
  {
    id: 'W-41', severity: 'block', source, title: { zh: '运行平台', en: 'Platforms' }, types: typesWithField('platforms'), from: filedSince,
    check: ({ service, path }) => (service.platforms ?? []).length > 0 ? undefined : fault(`${path}.platforms`,
      { zh: '还没有添加运行平台。', en: 'No platform has been added yet.' },
      { zh: spaced(`请添加该${serviceWord(service.type).zh}运行的每个平台。`), en: `Add every platform that the ${serviceWord(service.type).en} runs on.` }),
  },
  {
    id: 'W-48', severity: 'block', source: 'icp-filing §2.7 (WX: second-level values, at most five)', title: { zh: '服务内容类别', en: 'Content categories' },
    types: typesWithField('categories'), from: filedSince,
    check: ({ service, path, data }) => {
      const [chosen, at] = [service.categories ?? [], `${path}.categories`]
      if (chosen.length === 0) return notChosen(at, '服务内容类别', 'content category')
      const unknown = chosen.find((id) => !data.code('appCategories', id))
      if (unknown !== undefined) return notInTable(at, '服务内容类别', 'content category', data.decidedCode('appCategories', unknown))
      const most = data.value('most-categories')
      return chosen.length <= most ? undefined : fault(at,
        { zh: `选择了 ${chosen.length} 个类别；最多 ${most} 个。`, en: `${chosen.length} categories are chosen; ${most} at most.` },
        { zh: '请只保留最主要的类别。', en: 'Keep those that matter most.' }, data.decided('most-categories'))
    },
  },
  {
    id: 'W-49', severity: 'block', source, title: { zh: '报备途径', en: 'Filed through a provider or a store' },
    types: typesWithField('channel'), from: filedSince,
    check: ({ service: { channel = '' }, path, data }) => channel === '' ? notChosen(`${path}.channel`, '报备途径', 'way of filing')
      : data.code('channels', channel) ? undefined : notInTable(`${path}.channel`, '报备途径', 'way of filing', data.decidedCode('channels', channel)),
  },
]
