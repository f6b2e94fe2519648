import { fault, type Rule } from './rule.js'
import { ofIndividuals, ofUnits } from './applicability.js'
import { isBlank, required } from './faults.js'
import { provinces } from '../code-tables/provinces.js'
import { serviceWord, spaced } from '../filing/service-type.js'
import type { ServiceScope } from './scopes.js'
import { wordAtStart, wordIn } from './words-in-names.js'

const source = 'icp-filing §6 no 9 (NE, TC, HW)'

const generic = /有限责任公司|股份有限公司|有限公司|分公司|公司|集团|官方网站|官网|门户网站|门户|网站|网|平台|系统/gu

const hanOf = (text: string): string[] => text.match(/\p{Script=Han}/gu) ?? []

const pairs = (text: string): string[] => {
  const letters = [...text.replace(generic, ' ').replace(/[\s·\-()（）]+/gu, ' ')]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`).filter((pair) => !pair.includes(' '))
}

/** True when the two share two neighbouring characters beside words that every firm and site may carry. */
const isRelated = (name: string, unit: string): boolean => {
  const ofUnit = new Set(pairs(unit.toLowerCase()))
  return pairs(name.toLowerCase()).some((pair) => ofUnit.has(pair))
}

/** `网站名称`, `APP 名称`. */
const nameWord = ({ service }: ServiceScope): string => spaced(`${serviceWord(service.type).zh}名称`)

/** Of a firm, of a trade, and idioms; names of places are not rule data. */
const individualWords = ['firm-words', 'trade-words', 'idioms'] as const

/** Names of services. Apps keep the name of their package, so the rules on characters are for websites only. */
export const serviceNameRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-01', severity: 'block', source: 'icp-filing §2.2', title: { zh: '网站名称', en: 'Name of the service' },
    check: (scope) => required(scope.service.name, `${scope.path}.name`, nameWord(scope), 'name of the service'),
  },
  {
    id: 'W-02', severity: 'block', source, title: { zh: '网站名称的汉字数', en: 'The name has enough Chinese characters' }, types: ['website'],
    check: ({ service, path, data }) => {
      const least = data.value('shortest-name')
      if (isBlank(service.name) || hanOf(service.name).length >= least) return undefined
      return fault(`${path}.name`,
        { zh: `网站名称须包含至少 ${least} 个汉字，不能是纯数字或纯字母。`, en: `A website name has at least ${least} Chinese characters and is not only digits or letters.` },
        { zh: '请填写中文名称，例如“某某科技官网”。', en: 'Give the Chinese name of the site.' }, data.decided('shortest-name'))
    },
  },
  {
    id: 'W-03', severity: 'block', source, title: { zh: '网站名称无特殊符号', en: 'The name holds no special signs' },
    check: (scope) => {
      const { service, path } = scope
      if (isBlank(service.name)) return undefined
      const sign = /[^\p{L}\p{M}\p{N}·（）() -]/u.exec(service.name.trim())?.[0]
      return sign === undefined ? undefined : fault(`${path}.name`,
        { zh: `${nameWord(scope)}含有特殊符号“${sign}”。`, en: `The name holds the special sign “${sign}”.` },
        { zh: '只使用汉字、字母和数字。', en: 'Use characters, letters and digits only.' })
    },
  },
  {
    id: 'W-04', severity: 'block', source, title: { zh: '网站名称不是域名', en: 'The name is not a domain' },
    check: (scope) => {
      const { service, path, domain } = scope
      const name = service.name.trim().toLowerCase()
      const first = domain.host.split('.')[0] ?? ''
      if (name === '' || !(/[a-z0-9-]\.[a-z]{2,}/.test(name) || name === domain.host || (first.length > 0 && name === first))) return undefined
      return fault(`${path}.name`,
        { zh: `${nameWord(scope)}不能是域名。`, en: `The name of the ${serviceWord(service.type).en} is not its domain.` },
        { zh: spaced(`请填写${serviceWord(service.type).zh}的名称。`), en: `Give the name of the ${serviceWord(service.type).en}.` })
    },
  },
  {
    id: 'W-05', severity: 'reviewer', source, title: { zh: '国家级称谓', en: 'Names of the state' },
    check: (scope) => {
      const { service, path, data } = scope
      const prefix = wordAtStart(service.name, data.value('state-words'))
      return prefix === undefined ? undefined : fault(`${path}.name`,
        { zh: `${nameWord(scope)}以“${prefix}”开头，仅限国家级单位使用。`, en: `The name begins with “${prefix}”, which is for units of state level only.` },
        { zh: '非国家级单位请更换名称。', en: 'Choose another name unless the unit is of state level.' },
        data.decided('state-words', prefix))
    },
  },
  {
    id: 'W-06', severity: 'block', source, title: { zh: '网站名称无禁用词', en: 'The name holds no forbidden word' },
    check: (scope) => {
      const { service, path, subject, data } = scope
      const forbidden = data.value('forbidden-words')
      // Organs run sites on their duties.
      const word = wordIn(service.name, subject.nature === '2' ? forbidden : [...forbidden, ...data.value('duty-words')])
      return word === undefined ? undefined : fault(`${path}.name`,
        { zh: `${nameWord(scope)}含有禁用词“${word}”。`, en: `The name holds the forbidden word “${word}”.` },
        { zh: '请更换名称。', en: 'Choose another name.' },
        data.decided(forbidden.includes(word) ? 'forbidden-words' : 'duty-words', word))
    },
  },
  {
    id: 'W-07', severity: 'reviewer', source, title: { zh: '个人网站名称', en: 'Name of an individual’s website' },
    natures: ofIndividuals, types: ['website'],
    check: ({ service, path, subject, data }) => {
      const name = service.name.trim()
      const [least, most] = [data.value('shortest-name-of-individuals'), data.value('longest-name-of-individuals')]
      if (name === '') return undefined
      const fix = { zh: `个人网站名称应反映网站内容，例如“某某的读书笔记”，${least}–${most} 个字。`, en: `Let it tell what the site is about, in ${least}–${most} characters.` }
      const length = [...name].length
      if (length < least || length > most) return fault(`${path}.name`, {
        zh: `个人网站名称应为 ${least}–${most} 个字，现为 ${length} 个。`,
        en: `An individual’s site has a name of ${least}–${most} characters; this has ${length}.`,
      }, fix, data.decided(length < least ? 'shortest-name-of-individuals' : 'longest-name-of-individuals'))
      if (subject.name.trim() !== '' && name === subject.name.trim()) {
        return fault(`${path}.name`, { zh: '个人网站名称不能是本人姓名。', en: 'An individual’s site is not named after the person.' }, fix)
      }
      const listed = individualWords.find((id) => wordIn(name, data.value(id)) !== undefined)
      const listedWord = listed && wordIn(name, data.value(listed))
      const word = listedWord ?? wordIn(name, provinces.map(({ short }) => short))
      return word === undefined ? undefined
        : fault(`${path}.name`, {
          zh: `个人网站名称含有企业、行业、地名或成语“${word}”。`,
          en: `An individual’s site is named after a firm, a trade, a place or an idiom (“${word}”).`,
        }, fix, listed && data.decided(listed, listedWord))
    },
  },
  {
    id: 'W-08', severity: 'reviewer', source, title: { zh: '网站名称与单位相关', en: 'The name has to do with the unit' },
    natures: ofUnits, types: ['website'],
    check: ({ service, path, subject }) => {
      if (isBlank(service.name) || isBlank(subject.name)) return undefined
      if (isRelated(service.name, subject.name)) return undefined
      return fault(`${path}.name`,
        { zh: '网站名称与单位名称没有关联。', en: 'The name has nothing to do with the name of the unit.' },
        { zh: '请使用与单位名称相关的名称，或准备商标等证明。', en: 'Use a name related to the unit’s, or have proof such as a trademark ready.' })
    },
  },
]
