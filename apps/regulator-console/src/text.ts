import { useText } from '@icp/app-shell'
import type { zhCN } from './locales/zh-CN.js'

/** The console's texts in the current language. */
export const useConsoleText = () => useText<typeof zhCN>()
