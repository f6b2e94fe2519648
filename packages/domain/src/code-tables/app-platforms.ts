import type { Bilingual } from '../bilingual.js'
import { findCode, type CodeRow } from './code-row.js'

export type FingerprintKind = 'md5' | 'sha1' | 'any'

export interface AppPlatform extends CodeRow {
  /** The types of service that run on it. */
  readonly types: readonly ('app' | 'mini-program' | 'quick-app')[]
  /** What a program is called by there. */
  readonly identifier: Bilingual
  readonly example: string
  readonly shape: RegExp
  /** How its signing certificate is told; null where programs are not signed by their owner. */
  readonly fingerprint: FingerprintKind | null
}

const packageName: Bilingual = { zh: '包名', en: 'Package name' }
const bundleId: Bilingual = { zh: 'Bundle ID', en: 'Bundle ID' }
const appId: Bilingual = { zh: '小程序 AppID', en: 'AppID' }
const reversed = /^[a-z]\w*(?:\.[a-z]\w*)+$/i
const anyId = /^[a-z0-9][a-z0-9_.-]{3,127}$/i

const platform = (
  id: string, zh: string, en: string, types: AppPlatform['types'], identifier: Bilingual, example: string, shape: RegExp, fingerprint: FingerprintKind | null, confirmed = false,
): AppPlatform => ({ id, zh, en, types, identifier, example, shape, fingerprint, confirmed })

/**
 * Platforms of apps, mini programs and quick apps (icp-filing.md §2.12, HW and NAPP: Android with MD5, iOS with SHA-1, HarmonyOS …). The regulator's codes were
 * not seen, so ids are words; which platforms mini programs and quick apps name is practice of their platforms.
 */
export const appPlatforms: readonly AppPlatform[] = [
  platform('android', 'Android', 'Android', ['app'], packageName, 'com.example.app', reversed, 'md5', true),
  platform('ios', 'iOS', 'iOS', ['app'], bundleId, 'com.example.app', /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+$/i, 'sha1', true),
  platform('harmonyos', 'HarmonyOS', 'HarmonyOS', ['app'], packageName, 'com.example.app', reversed, 'any', true),
  platform('other', '其他平台', 'Another platform', ['app'], packageName, 'com.example.app', anyId, 'any'),
  platform('wechat', '微信', 'WeChat', ['mini-program'], appId, 'wx0123456789abcdef', /^wx[0-9a-f]{16}$/i, null),
  platform('alipay', '支付宝', 'Alipay', ['mini-program'], appId, '2021000000000000', /^\d{16}$/, null),
  platform('other-mini', '其他小程序平台', 'Another mini-program platform', ['mini-program'], appId, 'example-0001', anyId, null),
  platform('quick-app', '快应用', 'Quick app', ['quick-app'], packageName, 'com.example.quick', reversed, null),
]

export const platformsOf = (type: string): AppPlatform[] => appPlatforms.filter(({ types }) => types.some((one) => one === type))

export const findPlatform = (id: string): AppPlatform | undefined => findCode(appPlatforms, id)
