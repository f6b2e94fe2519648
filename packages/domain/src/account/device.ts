import type { Bilingual } from '../bilingual.js'

/** What a browser says about itself, in words that its owner knows; '' for what it does not say. */
export interface Device {
  readonly browser: string
  readonly system: string
}

/** The first that matches: browsers built on another one name that one too, so the special stand before the general. */
const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['WeChat', /MicroMessenger\//], ['QQ', /\bM?QQBrowser\/|\bQQ\//], ['UC', /\bUC(?:Browser|Web)\//], ['Quark', /\bQuark\//], ['360', /\bQ(?:IHU|H)? ?360/],
  ['Edge', /\bEdg(?:A|iOS|e)?\//], ['Opera', /\bOPR\/|\bOpera\b/], ['Samsung Internet', /\bSamsungBrowser\//], ['Huawei', /\bHuaweiBrowser\//],
  ['Firefox', /\bFirefox\/|\bFxiOS\//], ['Chrome', /Chrome\/|\bCriOS\//], ['Safari', /\bVersion\/[\d.]+.*Safari\//],
]

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['HarmonyOS', /\bHarmonyOS\b|\bOpenHarmony\b/], ['iPhone', /\biPhone\b/], ['iPad', /\biPad\b/], ['Android', /\bAndroid\b/], ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/], ['macOS', /\bMacintosh\b/], ['Linux', /\bLinux\b/],
]

const named = (list: typeof browsers, text: string) => list.find(([, mark]) => mark.test(text))?.[0] ?? ''

/** Reads a user agent. It is only what the other side says, good for recognising one's own device and for nothing else. */
export const deviceOf = (userAgent: string): Device => {
  const text = userAgent.slice(0, 512)
  return { browser: named(browsers, text), system: named(systems, text) }
}

/** `Chrome · Windows`. */
export const deviceWords = ({ browser, system }: Device): Bilingual => {
  const known = [browser, system].filter(Boolean).join(' · ')
  return known ? { zh: known, en: known } : { zh: '未知设备', en: 'Unknown device' }
}
