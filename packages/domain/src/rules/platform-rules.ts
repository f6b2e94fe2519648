import { findPlatform, type FingerprintKind } from '../code-tables/app-platforms.js'
import type { Platform, Service } from '../filing/content.js'
import { filedSince, serviceWord, spaced, typesWithField } from '../filing/service-type.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { isBlank, missing, notChosen, notInTable } from './faults.js'
import { normaliseFingerprint, normalisePackageName, normalisePublicKey } from './normalise-typed.js'
import { fault, type Fault, type Rule } from './rule.js'
import type { ServiceScope } from './scopes.js'

const source = 'icp-filing §2.12 (HW, NAPP)'
const types = typesWithField('platforms')

const lengths: Readonly<Record<FingerprintKind, readonly number[]>> = { md5: [32], sha1: [40], any: [32, 40, 64] }
const fingerprintNames: Readonly<Record<FingerprintKind, { zh: string; en: string }>> = {
  md5: { zh: 'MD5（32 位十六进制）', en: 'an MD5 of 32 hexadecimal digits' },
  sha1: { zh: 'SHA-1（40 位十六进制）', en: 'a SHA-1 of 40 hexadecimal digits' },
  any: { zh: 'MD5、SHA-1 或 SHA-256（十六进制）', en: 'an MD5, SHA-1 or SHA-256 in hexadecimal digits' },
}

/** The faults of every platform of a service, each at its own field. */
const ofEach = (check: (platform: Platform, path: string, service: Service, data: RulesInForce) => Fault | undefined) => ({ service, path, data }: ServiceScope): Fault[] =>
  (service.platforms ?? []).flatMap((platform) => check(platform, `${path}.platforms.${platform.id}`, service, data) ?? [])

/** Labels begin with a capital; “Bundle ID” and “AppID” are names and keep it. */
const withinSentence = (label: string): string => label.replace(/^Package /, 'package ')

/** Platforms of apps, mini programs and quick apps, and how each is told apart there. */
export const platformRules: readonly Rule<ServiceScope>[] = [
  {
    id: 'W-42', severity: 'block', source, title: { zh: '平台与服务类型相符', en: 'The platform runs this type of service' }, types, from: filedSince,
    check: ofEach(({ platform }, path, { type }, data) => {
      if (platform === '') return notChosen(`${path}.platform`, '运行平台', 'platform')
      const row = data.code('appPlatforms', platform)
      if (!row) return notInTable(`${path}.platform`, '运行平台', 'platform', data.decidedCode('appPlatforms', platform))
      return row.types.some((one) => one === type) ? undefined : fault(`${path}.platform`,
        { zh: spaced(`所选平台不能运行${serviceWord(type).zh}。`), en: `The chosen platform runs no ${serviceWord(type).en}.` },
        { zh: '请从列表中重新选择运行平台。', en: 'Choose the platform from the list again.' })
    }),
  },
  {
    id: 'W-43', severity: 'block', source, title: { zh: '包名、Bundle ID 或 AppID', en: 'Package name, Bundle ID or AppID' }, types, from: filedSince,
    check: ofEach(({ platform, packageName }, path) => {
      const { zh, en } = findPlatform(platform)?.identifier ?? { zh: '包名', en: 'Package name' }
      return isBlank(packageName) ? missing(`${path}.packageName`, zh, withinSentence(en)) : undefined
    }),
  },
  {
    id: 'W-44', severity: 'block', source, title: { zh: '包名格式', en: 'Shape of the package name' }, types, from: filedSince,
    check: ofEach(({ platform, packageName }, path, _service, data) => {
      const [known, name] = [findPlatform(platform), normalisePackageName(packageName)]
      if (!known || name === '' || known.shape.test(name)) return undefined
      const of = data.code('appPlatforms', platform) ?? known
      return fault(`${path}.packageName`,
        { zh: `“${name}”不是${of.zh}的${known.identifier.zh}。`, en: `“${name}” is no ${withinSentence(known.identifier.en)} of ${of.en}.` },
        { zh: `例如 ${known.example}。`, en: `For example ${known.example}.` })
    }),
  },
  {
    id: 'W-45', severity: 'block', source, title: { zh: '签名公钥', en: 'Public key' }, types, from: filedSince,
    check: ofEach(({ platform, publicKey }, path, _service, data) => {
      if (!findPlatform(platform)?.fingerprint) return undefined
      const key = normalisePublicKey(publicKey)
      if (key === '') return missing(`${path}.publicKey`, '签名公钥', 'public key')
      const fewest = data.value('fewest-signs-of-keys')
      return key.length >= fewest && /^[A-Za-z0-9+/=]+$/.test(key) ? undefined : fault(`${path}.publicKey`,
        { zh: `这不是公钥：应为签名证书公钥的十六进制、十进制或 Base64 形式，至少 ${fewest} 个字符。`, en: `This is no public key: it is the key of the signing certificate in hexadecimal, decimal or Base64, with at least ${fewest} signs.` },
        { zh: '请从签名证书中完整复制。', en: 'Copy all of it from the signing certificate.' },
        data.decided('fewest-signs-of-keys'))
    }),
  },
  {
    id: 'W-46', severity: 'block', source, title: { zh: '签名证书指纹', en: 'Fingerprint of the signing certificate' }, types, from: filedSince,
    check: ofEach(({ platform, fingerprint }, path) => {
      const kind = findPlatform(platform)?.fingerprint
      if (!kind) return undefined
      const digits = normaliseFingerprint(fingerprint)
      if (digits === '') return missing(`${path}.fingerprint`, '签名证书指纹', 'certificate fingerprint')
      const { zh, en } = fingerprintNames[kind]
      return lengths[kind].includes(digits.length) && /^[0-9a-f]+$/.test(digits) ? undefined : fault(`${path}.fingerprint`,
        { zh: `这里填写签名证书的 ${zh}，现为 ${digits.length} 个字符。`, en: `This is ${en}; it has ${digits.length} signs.` },
        { zh: '请从签名证书的详细信息中复制。', en: 'Copy it from the details of the signing certificate.' })
    }),
  },
]
