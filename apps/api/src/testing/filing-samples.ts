import { emptyAccess, emptyPerson, emptyService, emptySubject, type Person, type RegistrationContent, type Service, type Subject } from '@icp/domain'
import { counties } from '@icp/domain/divisions'

/** Synthetic data: IDs of people born before 1900, documentation addresses, reserved or made-up domains. */
export const li: Person = {
  ...emptyPerson(), name: '李明', certificateType: '2', certificateNumber: '110101189001010016', mobile: '13800000001', emergencyPhone: '13800000009',
  officePhone: '010-12345678', email: 'li@example.com', certificateValidFrom: '2020-01-01', certificateValidTo: 'long-term',
}
export const wang: Person = { ...li, name: '王芳', certificateNumber: '110101189003070020', mobile: '13800000002', email: 'wang@example.com' }

interface Provider {
  readonly id: string
  readonly name: string
}

let address = 0
let shop = 0

export const sampleService = (id: string, domain: string, providers: readonly Provider[], parts: Partial<Service> = {}): Service => ({
  ...emptyService(id), name: `晨光书店${id}第${++shop}店`, domain, homePage: `www.${domain}`, contents: ['8'], languages: ['1'], preApprovalAnswer: 'none',
  accesses: providers.map((provider, n) => {
    const ip = `192.0.2.${(address = (address % 250) + 1)}`
    return { ...emptyAccess(`${id}-a${n + 1}`), providerId: provider.id, providerName: provider.name, modes: ['5'], places: ['110000'], ipRanges: [{ from: ip, to: ip }] }
  }),
  ...parts,
})

const key = '30819f300d06092a864886f70d010101050003818d0030818902818100c7'

/** An app on Android and iOS under `name`, whose package is told by `id`. */
export const sampleApp = (id: string, domain: string, providers: readonly Provider[], parts: Partial<Service> = {}): Service => {
  const { accesses } = sampleService(id, domain, providers)
  return {
    ...emptyService(id, 'app'), name: `晨光书城${id}`, domain, preApprovalAnswer: 'none', categories: ['1', 'shop'], channel: 'store', accesses,
    platforms: [
      { id: 'p1', platform: 'android', packageName: `com.chenguang.${id}`, publicKey: key.repeat(2), fingerprint: '0123456789abcdef'.repeat(2) },
      { id: 'p2', platform: 'ios', packageName: `com.chenguang.${id}.ios`, publicKey: key.repeat(2), fingerprint: '01234567'.repeat(5) },
    ],
    ...parts,
  }
}

/** `wx` and sixteen digits of `id` in hexadecimal. */
export const sampleAppId = (id: string): string => `wx${Buffer.from(id.padEnd(8, '0').slice(0, 8)).toString('hex')}`

export const sampleMiniProgram = (id: string, providers: readonly Provider[]): Service => ({
  ...sampleApp(id, '', providers), type: 'mini-program', name: `晨光小书${id}`, remark: '为读者提供图书查询、到店自取和会员积分等服务，不涉及前置审批的内容。',
  platforms: [{ id: 'p1', platform: 'wechat', packageName: sampleAppId(id), publicKey: '', fingerprint: '' }],
})

export const sampleQuickApp = (id: string, providers: readonly Provider[]): Service => ({
  ...sampleApp(id, '', providers), type: 'quick-app', name: `晨光快读${id}`,
  platforms: [{ id: 'p1', platform: 'quick-app', packageName: `com.chenguang.quick.${id}`, publicKey: '', fingerprint: '' }],
})

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The n-th made-up credit code of a company in Beijing, with a right check character. */
export const sampleCreditCode = (n: number): string => {
  const body = `91110101${String(n).padStart(9, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(body[index] ?? ''), 0)
  return body + alphabet[(31 - (sum % 31)) % 31]
}

/** The first county of a province's first city. */
export const placeIn = (province: string): Pick<Subject, 'province' | 'city' | 'county'> => {
  const city = `${province.slice(0, 2)}0100`
  return { province, city, county: counties(city)[0]?.code ?? '' }
}

export const sampleContent = (n: number, services: readonly Service[], province = '110000'): RegistrationContent => ({
  form: 'registration',
  subject: {
    ...emptySubject(), nature: '4', name: `北京晨光第${n}有限公司`, certificateType: '1', certificateNumber: sampleCreditCode(n),
    certificateAddress: '北京市东城区示例路1号', certificateValidFrom: '2015-01-01', certificateValidTo: 'long-term', investor: '示例投资人',
    ...placeIn(province), address: '示例路1号101室', person: li,
  },
  services: [...services],
})
