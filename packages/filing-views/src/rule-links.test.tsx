import { expect, test } from '@jest/globals'
import type { DecidedBy, Finding } from '@icp/domain'
import { render, screen } from '@testing-library/react'
import { FindingText, RuleLink } from './RuleLink.js'
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
  expect(container).toHaveTextContent('The subject is younger than 16. Rule S-16 · Guangdong · Youngest age of an individual: 16 years, since 2021-01-01 (Huawei Cloud’s guide to filing; not confirmed)')
  rerender(<InLanguage language="zh-CN"><FindingText finding={{ ...finding, decidedBy: [age] }} /></InLanguage>)
  expect(container).toHaveTextContent('主办者未满 16 周岁。 规则 S-16 · 广东省 · 个人主办者的最低年龄：16 周岁，自 2021-01-01 起（华为云备案文档，待核实）')
})

test('what is no rule of a filing leads nowhere', () => {
  const { container } = render(<InLanguage language="en"><RuleLink rule="code" /></InLanguage>)
  expect(container).toBeEmptyDOMElement()
})
