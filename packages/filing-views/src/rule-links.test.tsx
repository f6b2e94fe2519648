import { expect, test } from '@jest/globals'
import type { DecidedBy, Finding } from '@icp/domain'
import { render, screen, within } from '@testing-library/react'
import { FindingText, RuleLink } from './RuleLink.js'
import { RulesPage } from './RulesPage.js'
import { InLanguage } from './testing/index.js'

const age: DecidedBy = {
  key: 'parameter/youngest-individual', title: { zh: '个人主办者的最低年龄', en: 'Youngest age of an individual' }, value: { zh: '16 周岁', en: '16 years' }, province: '440000', from: '2021-01-01', to: '',
  source: 'icp-filing §6 no 13 (HW)', confirmed: false, version: 3,
}
const finding: Finding = { rule: 'S-16', path: 'subject.certificateNumber', severity: 'reviewer', text: { zh: '主办者未满 16 周岁。', en: 'The subject is younger than 16.' }, fix: { zh: '', en: '' }, source: 'icp-filing §6 no 13 (HW)' }

test('a finding leads to its rule on the page of rules, in a window of its own so that nothing typed is lost', () => {
  render(<InLanguage language="en"><FindingText finding={finding} /></InLanguage>)
  const link = screen.getByRole('link', { name: 'Rule S-16' })
  expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['/rules?q=S-16', '_blank', 'noopener'])
})

test('what decided is read with the finding: whose value, since when, from where, and that it is not confirmed', () => {
  const { container, rerender } = render(<InLanguage language="en"><FindingText finding={{ ...finding, decidedBy: [age] }} /></InLanguage>)
  expect(container).toHaveTextContent('The subject is younger than 16. Rule S-16 · Guangdong · Youngest age of an individual: 16 years, since 2021-01-01, by Huawei Cloud’s guide to filing, not confirmed')
  rerender(<InLanguage language="zh-CN"><FindingText finding={{ ...finding, decidedBy: [age] }} /></InLanguage>)
  expect(container).toHaveTextContent('主办者未满 16 周岁。 规则 S-16 · 广东省 · 个人主办者的最低年龄：16 周岁，自 2021-01-01 起，依据华为云备案文档，待核实')
})

test('what is no rule of a filing leads nowhere', () => {
  const { container } = render(<InLanguage language="en"><RuleLink rule="code" /></InLanguage>)
  expect(container).toBeEmptyDOMElement()
})

const rulesFor = (query: string, language: 'zh-CN' | 'en' = 'en') => {
  render(<InLanguage language={language}><RulesPage query={query} onQuery={() => {}} /></InLanguage>)
  return within(screen.getByRole('list', { name: language === 'en' ? 'Filing rules' : '备案规则' })).getAllByRole('listitem').filter((item) => item.id !== '')
}

test('a rule stands with how to mend it, whom it is asked of, and its values by province with source and day', () => {
  const [rule] = rulesFor('S-16')
  expect(rule).toHaveTextContent(/How to mend it: Somebody who is too young/)
  expect(rule).toHaveTextContent('Only: individuals')
  const values = within(within(rule!).getByRole('list', { name: 'Youngest age of an individual' })).getAllByRole('listitem').map((item) => item.textContent)
  expect(values[0]).toBe('Whole country: 18 years, by Huawei Cloud’s guide to filing (mostly)')
  expect(values).toContain('Guangdong: 16 years, by Huawei Cloud’s guide to filing')
})

test('where the data ask for a rule in some provinces only, these are named, with the day since when', () => {
  const [rule] = rulesFor('S-31', 'zh-CN')
  expect(rule).toHaveTextContent('目前适用的省份：江苏省、广东省')
  expect(rule).toHaveTextContent('广东省：是，自 2021-06-21 起')
})

test.each([['en', 'Source document', 'What the rules rest on'], ['zh-CN', '依据文件', '依据一览']] as const)('what rules rest on is called a source document, apart from the papers of a filing: %s', (language, heading, table) => {
  rulesFor('S-16', language)
  expect(within(screen.getByRole('table', { name: table })).getByRole('columnheader', { name: heading })).toBeInTheDocument()
})

test('every rule has an address of its own on the page', () => {
  const rules = rulesFor('')
  expect(rules.length).toBeGreaterThan(150)
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['S-16', 'K-01', 'V-01']))
})
