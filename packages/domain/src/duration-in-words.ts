import type { Bilingual } from './bilingual.js'

const units = [
  { seconds: 86_400, zh: '天', en: 'day' },
  { seconds: 3600, zh: '小时', en: 'hour' },
  { seconds: 60, zh: '分钟', en: 'minute' },
  { seconds: 1, zh: '秒', en: 'second' },
] as const

/** A wait as people say it, never shorter than it is: `45 seconds`, `5 minutes`, `3 hours`. In the largest unit of which there are at least two. */
export const durationInWords = (seconds: number): Bilingual => {
  const unit = units.find((one) => seconds >= 2 * one.seconds) ?? units[3]
  const count = Math.ceil(seconds / unit.seconds)
  return { zh: ` ${count} ${unit.zh}`, en: `${count} ${unit.en}${count === 1 ? '' : 's'}` }
}
