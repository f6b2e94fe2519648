import { type Finding, Refusal, splitKeywords } from '@icp/domain'

/** More keywords than any name has; each is one more condition for the database. */
export const mostKeywords = 8

/** The keywords of a query. Refuses (invalid, finding at `q`) when there is none: the whole list is never given out. */
export function keywordsOf(q: string): string[] {
  const keywords = splitKeywords(q)
  if (keywords.length === 0) throw asks('provider-keyword', '请输入一个或两个关键词。', 'Enter one or two keywords.')
  if (keywords.length > mostKeywords) throw asks('provider-keywords', `关键词不能超过 ${mostKeywords} 个。`, `Use at most ${mostKeywords} keywords.`)
  return keywords
}

function asks(rule: string, zh: string, en: string): Refusal {
  const text = { zh, en }
  const fix = {
    zh: '可以输入接入服务提供者名称中的字、拼音或拼音首字母，多个关键词之间用空格分开。',
    en: 'Type part of the provider’s name, its pinyin or initials; put spaces between keywords.',
  }
  const finding: Finding = { rule, path: 'q', severity: 'block', text, fix, source: '' }
  return new Refusal('invalid', rule, text, { findings: [finding] })
}
