import type { Finding } from '../finding.js'

/** How an administration is reached; each may be left out. */
export interface AdministrationContact {
  readonly phone: string
  readonly address: string
  readonly website: string
}

const source = '各省、自治区、直辖市通信管理局公开信息'

/** An area code or not, an extension or not; also short numbers such as 12300. */
const phoneForm = /^(?:\+?86[- ]?)?[0-9]{2,4}[- ]?[0-9]{3,8}(?:[- ][0-9]{1,6})?$/

const isSite = (text: string): boolean => /^https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/i.test(text)

export function administrationFindings({ phone, website }: AdministrationContact): Finding[] {
  const found: Finding[] = []
  if (phone.trim() !== '' && !phoneForm.test(phone.trim())) {
    found.push({ rule: 'O-07', path: 'phone', severity: 'block', source, text: { zh: '电话号码的格式不正确。', en: 'This is not the form of a phone number.' }, fix: { zh: '例如 010-12345678。', en: 'Such as 010-12345678.' } })
  }
  if (website.trim() !== '' && !isSite(website.trim())) {
    found.push({ rule: 'O-08', path: 'website', severity: 'block', source, text: { zh: '网址的格式不正确。', en: 'This is not the address of a website.' }, fix: { zh: '以 http:// 或 https:// 开头。', en: 'It begins with http:// or https://.' } })
  }
  return found
}
