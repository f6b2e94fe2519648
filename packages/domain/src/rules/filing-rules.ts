import { normalisePackageName, normaliseTyped } from './normalise-typed.js'
import { filedSince, typesWithField } from '../filing/service-type.js'
import { overlap, soundRanges, type SoundRange } from './access-rules.js'
import { isBlank } from './faults.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { AccessScope, RegistrationScope, ServiceScope } from './scopes.js'

interface Pair<Thing> {
  readonly later: Thing
  readonly earlier: Thing
}

/** Every service whose key an earlier one has, with that one; services with the key '' are passed over. */
const repeated = (services: readonly ServiceScope[], keyOf: (one: ServiceScope) => string): Pair<ServiceScope>[] => {
  const seen = new Map<string, ServiceScope>()
  const pairs: Pair<ServiceScope>[] = []
  for (const later of services) {
    const key = keyOf(later)
    if (key === '') continue
    const earlier = seen.get(key)
    if (earlier) pairs.push({ later, earlier })
    else seen.set(key, later)
  }
  return pairs
}

const nameOf = ({ service }: ServiceScope): string => service.name.trim() || service.domain

/**
 * A site and an app of one subject may share a name and a domain (icp-filing.md §2.12), so names are compared within a type, apps by a rule of their own, and
 * domains among websites.
 */
const nameKey = ({ service }: ServiceScope): string => (isBlank(service.name) ? '' : `${service.type}/${normaliseTyped(service.name)}`)
const appNameKey = ({ service }: ServiceScope): string => normaliseTyped(service.name)
const domainKey = ({ domain }: ServiceScope): string => domain.ascii
const homeKey = ({ service }: ServiceScope): string => normaliseTyped(service.homePage).toLowerCase().replace(/\/$/, '')

/** Later accesses of one service, each with the earlier one through the same provider. */
const sameProvider = ({ accesses }: ServiceScope): Pair<AccessScope>[] => accesses.flatMap((later, index) => {
  const { providerId } = later.access
  const earlier = providerId === '' ? undefined : accesses.slice(0, index).find((one) => one.access.providerId === providerId)
  return earlier ? [{ later, earlier }] : []
})

interface Placed {
  readonly range: SoundRange
  readonly access: AccessScope
}

/** Platforms that repeat a program: on the same platform, or in another service, since the register tells services apart by the program's name alone. */
const repeatedPrograms = (services: readonly ServiceScope[]): Fault[] => {
  const [holders, programs] = [new Map<string, ServiceScope>(), new Set<string>()]
  return services.flatMap((scope) => (scope.service.platforms ?? []).flatMap(({ id, platform, packageName }): Fault[] => {
    const name = normalisePackageName(packageName)
    if (platform === '' || name === '') return []
    const key = name.toLowerCase()
    const holder = holders.get(key) ?? scope
    const isRepeated = holder !== scope || programs.has(`${platform}/${key}`)
    holders.set(key, holder)
    programs.add(`${platform}/${key}`)
    return !isRepeated ? [] : [fault(`${scope.path}.platforms.${id}.packageName`,
      { zh: `${name} 已填在“${nameOf(holder)}”中。`, en: `${name} already stands in “${nameOf(holder)}”.` },
      { zh: '一个程序只备案一次，请删除重复的平台。', en: 'A program is filed once: remove the repeated platform.' })]
  }))
}

/** An IP belongs to one provider, so the same one under two providers is wrong on at least one side. */
const sharedAcrossProviders = (services: readonly ServiceScope[]): Fault[] => {
  const placed = services
    .flatMap(({ accesses }) => accesses.filter(({ access }) => access.providerId !== ''))
    .flatMap((access) => soundRanges(access).map((range): Placed => ({ range, access })))
    .sort((one, other) => one.range.from.family - other.range.from.family || (one.range.from.value < other.range.from.value ? -1 : 1))
  const faults: Fault[] = []
  // Sorted by their start: only ranges whose end is not passed yet can meet the next one. One open range per provider is enough.
  let open: Placed[] = []
  for (const next of placed) {
    const providerId = next.access.access.providerId
    open = open.filter(({ range }) => overlap(range, next.range))
    const other = open.find(({ access }) => access.access.providerId !== providerId)
    if (other) faults.push(fault(`${next.access.path}.ipRanges`,
      {
        zh: `${next.range.typed} 在本备案中还填在另一家接入商（${other.access.access.providerName}）名下。`,
        en: `${next.range.typed} also stands under another provider (${other.access.access.providerName}) in this filing.`,
      },
      { zh: '一个 IP 地址只属于一家接入商，请核对。', en: 'An IP address belongs to one provider; check which.' }))
    const own = open.find(({ access }) => access.access.providerId === providerId)
    if (!own) open.push(next)
    else if (own.range.to.value < next.range.to.value) open = [...open.filter((one) => one !== own), next]
  }
  return faults
}

/** Rules over the services of one filing together; one with types sees the services of these types alone. */
export const servicesRules: readonly Rule<RegistrationScope>[] = [
  {
    id: 'W-09', severity: 'reviewer', source: 'icp-filing §6 no 10 (SPEC3 1020)', title: { zh: '网站名称不重复', en: 'Names of services differ' },
    types: ['website', 'mini-program', 'quick-app'],
    check: ({ services }) => repeated(services, nameKey).map(({ later }) => fault(`${later.path}.name`,
      { zh: `本备案中已有名为“${nameOf(later)}”的网站。`, en: `Another service of this filing is called “${nameOf(later)}”.` },
      { zh: '请为每个网站使用不同的名称。', en: 'Give each service its own name.' })),
  },
  {
    id: 'W-15', severity: 'block', source: 'icp-filing §6 nos 1–2 (SPEC3 1005, N633)', title: {
      zh: '一个域名在备案中只出现一次',
      en: 'A domain stands in a filing once',
    },
    types: ['website'], from: '2019-04-22',
    check: ({ services }) => repeated(services, domainKey).map(({ later, earlier }) => fault(`${later.path}.domain`,
      {
        zh: `域名 ${later.domain.host} 已填在“${nameOf(earlier)}”中。`,
        en: `The domain ${later.domain.host} already stands in “${nameOf(earlier)}”.`,
      },
      { zh: '一个域名只能备案一个网站，请更换域名或删除其中一个网站。', en: 'One domain is filed for one service: use another domain or remove one of the two.' })),
  },
  {
    id: 'W-20', severity: 'block', source: 'icp-filing §4.5 (SPEC3 1021)', title: { zh: '首页网址不重复', en: 'Home pages differ' },
    types: typesWithField('homePage'),
    check: ({ services }) => repeated(services, homeKey).map(({ later, earlier }) => fault(`${later.path}.homePage`,
      { zh: `首页网址与“${nameOf(earlier)}”相同。`, en: `The home page is the same as that of “${nameOf(earlier)}”.` },
      { zh: '请填写本网站自己的首页网址。', en: 'Enter this service’s own home page.' })),
  },
  {
    id: 'W-47', severity: 'block', source: 'icp-filing §2.12 (HW, NAPP)', title: { zh: '同一程序只填一次', en: 'A program stands in a filing once' },
    types: typesWithField('platforms'), from: filedSince,
    check: ({ services }) => repeatedPrograms(services),
  },
  {
    id: 'W-50', severity: 'block', source: 'icp-filing §2.12 (HW: all platforms of one app in one filing with the same name)', title: {
      zh: '一个 APP 的全部平台一起备案', en: 'All platforms of an app are filed together',
    },
    types: ['app'], from: filedSince,
    check: ({ services }) => repeated(services, appNameKey).map(({ later }) => fault(`${later.path}.name`,
      { zh: `本备案中已有名为“${nameOf(later)}”的 APP。`, en: `Another app of this filing is called “${nameOf(later)}”.` },
      { zh: '同一 APP 的各个平台请填在一个 APP 下；不同的 APP 请使用不同的名称。', en: 'Add the platforms of one app to that app; give another app another name.' })),
  },
  {
    id: 'A-10', severity: 'block', source: 'icp-filing §2.3 (SPEC3 1029, 1038)', title: {
      zh: '同一网站不重复接入同一接入商',
      en: 'A provider stands at a service once',
    },
    check: ({ services }) => services.flatMap((service) => sameProvider(service).map(({ later }) => fault(`${later.path}.providerId`,
      { zh: `该网站已有通过“${later.access.providerName}”的接入。`, en: `This service already has an access through “${later.access.providerName}”.` },
      { zh: '请在原有接入中增加 IP 地址，或选择其他接入商。', en: 'Add the addresses to that access, or choose another provider.' }))),
  },
  {
    id: 'A-11', severity: 'block', source: 'icp-filing §2.3 (SPEC3 1040)', title: {
      zh: '同一接入商的同一 IP 只填一次',
      en: 'An address of a provider stands at a service once',
    },
    check: ({ services }) => services.flatMap((service) => sameProvider(service).flatMap(({ later, earlier }) => soundRanges(later)
      .filter((range) => soundRanges(earlier).some((one) => overlap(one, range)))
      .map((range) => fault(`${later.path}.ipRanges`,
        { zh: `${range.typed} 已填在该接入商的另一条接入中。`, en: `${range.typed} already stands in another access through this provider.` },
        { zh: '请删除重复的接入。', en: 'Remove the repeated access.' })))),
  },
  {
    id: 'A-12', severity: 'reviewer', source: 'icp-filing §4.5 (SPEC3 1024)', title: {
      zh: '一个 IP 只属于一家接入商',
      en: 'An address belongs to one provider',
    },
    check: ({ services }) => sharedAcrossProviders(services),
  },
  {
    id: 'X-06', severity: 'block', source: 'icp-filing §3 no 1', title: { zh: '备案至少包含一个网站', en: 'A filing has a service' },
    check: ({ services }) => services.length > 0 ? undefined : fault('services',
      { zh: '还没有添加网站。', en: 'No website has been added yet.' },
      { zh: '请点击“添加网站”。', en: 'Choose “Add website”.' }),
  },
  {
    id: 'X-09', severity: 'reviewer', source: 'icp-filing §6 no 12 (HW, TC)', title: {
      zh: '一次备案的网站数量',
      en: 'Number of services in a filing',
    },
    check: ({ services, personal, data }) => {
      const limit = personal ? 'services-per-filing-of-individuals' : 'services-per-filing-of-units'
      const most = data.value(limit)
      const whose = data.whose(limit)
      return services.length <= most ? undefined : fault('services',
        {
          zh: `一次提交了 ${services.length} 个网站；${whose.zh}要求${personal ? '个人' : '单位'}不超过 ${most} 个。`,
          en: `${services.length} services in one filing. Rule of ${whose.en}: ${personal ? 'individuals' : 'units'} hand in ${most} at most.`,
        },
        { zh: '请分多次备案。', en: 'Make several filings of it.' }, data.decided(limit))
    },
  },
]

/** Calls `visit` with every text of any content and its path, ids in place of positions. */
const visitTexts = (value: unknown, path: string, visit: (text: string, path: string) => void): void => {
  if (typeof value === 'string') visit(value, path)
  else if (Array.isArray(value)) {
    for (const item of value) {
      const id: unknown = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
      visitTexts(item, typeof id === 'string' ? `${path}.${id}` : path, visit)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'id' && key !== 'form') visitTexts(inner, path === '' ? key : `${path}.${key}`, visit)
    }
  }
}

const unshowable = /[\p{Cc}\p{Co}\p{Cs}\ufffd]/u

/** Over both forms of content. */
export const contentRules: readonly Rule<object>[] = [
  {
    id: 'X-08', severity: 'block', source: 'icp-filing §4.5 (SPEC3 5008)', title: { zh: '无非法字符', en: 'No illegal characters' },
    check: (content) => {
      const faults: Fault[] = []
      visitTexts(content, '', (text, path) => {
        if (!unshowable.test(text) || isBlank(text)) return
        // Line breaks and tabs are allowed in remarks only, which are the long free texts.
        const allowed = /(?:^|\.)(?:remark|note)$/.test(path) ? text.replace(/[\r\n\t]/g, '') : text
        if (unshowable.test(allowed)) faults.push(fault(path,
          { zh: '含有不能显示的字符。', en: 'This holds characters that cannot be shown.' },
          { zh: '请删除后重新输入，不要从其他文件中粘贴。', en: 'Delete it and type it again instead of pasting.' }))
      })
      return faults
    },
  },
]
