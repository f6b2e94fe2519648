import { type Format, formatIn } from './format.js'
import { useUiLanguage } from './language.js'

/** Dates, times and numbers in the current language and in China's time. */
export const useFormat = (): Format => formatIn(useUiLanguage())
