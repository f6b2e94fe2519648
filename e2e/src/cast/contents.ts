import {
  type Access, emptyAccess, emptyPerson, emptyPlatform, emptyService, emptySubject, findPlatform, type Person, type Platform, type RegistrationContent, type Service, type ServiceType,
} from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { Identities } from './identities.js'

/** An access provider as the search finds it. */
export interface Provider {
  readonly id: string
  readonly name: string
}

/** Haidian in Beijing, whose administration reviews. */
const [province, city, county] = ['110000', '110100', '110108'] as const

export const personIn = (identities: Identities, county: string): Person => ({
  ...emptyPerson(), ...identities.person(county), certificateType: '2', certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term',
})

export const accessAt = (identities: Identities, provider: Provider, more: Partial<Access> = {}): Access => {
  const ip = identities.ip(provider)
  return { ...emptyAccess(randomUUID()), providerId: provider.id, providerName: provider.name, modes: ['5'], places: ['110000'], ipRanges: [{ from: ip, to: ip }], ...more }
}

export const websiteWith = (identities: Identities, accesses: readonly Access[], more: Partial<Service> = {}): Service => {
  const domain = identities.domain()
  return {
    ...emptyService(randomUUID()), name: `星河示例站${identities.next()}`, domain, homePage: `www.${domain}`, contents: ['8'], languages: ['1'], preApprovalAnswer: 'none',
    accesses: [...accesses], ...more,
  }
}

const publicKey = '30819f300d06092a864886f70d010101050003818d0030818902818100c7'.repeat(2)

/** How a program is told on a platform, signed where the platform asks for it. */
const programOn = (platform: string, packageName: string): Platform => ({
  ...emptyPlatform(`on-${platform}`), platform, packageName,
  ...(findPlatform(platform)?.fingerprint ? { publicKey, fingerprint: (platform === 'android' ? '0123456789abcdef' : '0123456789abcdef01234').repeat(2).slice(0, platform === 'android' ? 32 : 40) } : {}),
})

/** An app, mini program or quick app on all the named platforms. */
export const programWith = (identities: Identities, type: Exclude<ServiceType, 'website'>, platforms: readonly string[], accesses: readonly Access[], more: Partial<Service> = {}): Service => {
  const n = identities.next()
  return {
    ...emptyService(randomUUID(), type), name: `星河程序${n}`, preApprovalAnswer: 'none', categories: ['1', 'shop'], channel: 'store', remark: '为读者提供图书查询、到店自取和会员积分等服务，不涉及前置审批的内容。',
    platforms: platforms.map((platform) => programOn(platform, platform === 'wechat' ? `wx${n.toString(16).padStart(16, '0')}` : `com.xinghe.p${n}`)), accesses: [...accesses], ...more,
  }
}

/** The filing of a firm that nobody filed before, with one website for each list of providers. */
export function filingOf(identities: Identities, websites: readonly (readonly Provider[])[]): RegistrationContent {
  const person = personIn(identities, county)
  return {
    form: 'registration',
    subject: {
      ...emptySubject(), nature: '4', name: `星河示例${identities.next()}有限公司`, certificateType: '1', certificateNumber: identities.creditCode(county), certificateAddress: '示例路 1 号',
      certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term', investor: person.name, province, city, county, address: '示例街道示例路 1 号 101 室', person,
    },
    services: websites.map((providers) => websiteWith(identities, providers.map((provider) => accessAt(identities, provider)))),
  }
}
