import type { CodeRow } from './code-row.js'

/** 报备途径 of what is not a website (icp-filing.md §2.12: through a network access provider, or the app store or mini-program platform). */
export const channels: readonly CodeRow[] = [
  { id: 'access-provider', zh: '网络接入服务提供者', en: 'Network access provider', confirmed: true },
  { id: 'store', zh: '应用商店或小程序平台', en: 'App store or mini-program platform', confirmed: true },
]
