import type { Bilingual } from '../bilingual.js'
import { addMonths, isDay } from '../working-days/day.js'
import { fault, type Fault } from './rule.js'
import { isBlank } from './faults.js'

/** The end of a certificate that does not expire (长期). */
export const longTerm = 'long-term'

/** No certificate of an authority of the People's Republic is older than the republic; an earlier day is a slip of the keys, such as year 0202. */
export const earliestCertificateDay = '1949-10-01'

interface Validity {
  readonly path: string
  /** Whose certificate: several stand on one page. */
  readonly of: Bilingual
  readonly from: string
  readonly to: string
  readonly today: string
}

/** Both dates are given, exist and are in order, and the first is neither in the future nor before there were such certificates. */
export const validityFaults = ({ path, of, from, to, today }: Validity): Fault[] => {
  const faults: Fault[] = []
  const say = (field: string, zh: string, en: string) => faults.push(fault(`${path}.${field}`, { zh, en }, {
    zh: '请按证件填写起止日期；没有截止日期的选择“长期”。', en: 'Enter both dates as on the certificate; choose “long-term” when it has no end.',
  }))
  if (isBlank(from)) say('certificateValidFrom', `尚未填写${of.zh}有效期起始日期。`, `The date from which the ${of.en} is valid is missing.`)
  else if (!isDay(from)) say('certificateValidFrom', `${of.zh}有效期起始日期不是有效日期。`, `The date from which the ${of.en} is valid does not exist.`)
  else if (from < earliestCertificateDay) {
    say('certificateValidFrom', `${of.zh}有效期起始日期早于 ${earliestCertificateDay}，请检查年份。`, `The ${of.en} would be valid from a day before ${earliestCertificateDay}; check the year.`)
  } else if (from > today) say('certificateValidFrom', `${of.zh}尚未生效。`, `The ${of.en} is not valid yet.`)
  if (isBlank(to)) say('certificateValidTo', `尚未填写${of.zh}有效期截止日期。`, `The date until which the ${of.en} is valid is missing.`)
  else if (to !== longTerm && !isDay(to)) {
    say('certificateValidTo', `${of.zh}有效期截止日期不是有效日期。`, `The date until which the ${of.en} is valid does not exist.`)
  } else if (to !== longTerm && isDay(from) && to <= from) {
    say('certificateValidTo', `${of.zh}有效期截止日期早于起始日期。`, `The ${of.en} would end before it begins.`)
  }
  return faults
}

export const expiredFault = ({ path, of, to, today }: Validity): Fault | undefined =>
  !isDay(to) || to >= today ? undefined : fault(`${path}.certificateValidTo`,
    { zh: `${of.zh}已于 ${to} 过期。`, en: `The ${of.en} expired on ${to}.` },
    { zh: '请先换领新证件，再填写新证件的信息。', en: 'Renew the certificate first, then enter the new one.' })

/** `months`: how many must be left. */
export const expiringFault = ({ path, of, to, today }: Validity, months: number, whose: Bilingual): Fault | undefined =>
  !isDay(to) || to < today || to > addMonths(today, months) ? undefined : fault(`${path}.certificateValidTo`,
    { zh: `${of.zh}将于 ${to} 到期，剩余不足 ${months} 个月。`, en: `The ${of.en} expires on ${to}; ${months} months or less are left.` },
    { zh: `${whose.zh}要求剩余有效期超过 ${months} 个月，建议换领新证件后再提交。`, en: `Rule of ${whose.en}: more than ${months} months are left. Renew it before handing in.` })
