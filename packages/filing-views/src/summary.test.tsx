import { expect, test } from '@jest/globals'
import { type Finding, findingsFor, type RegistrationContent, withFieldAt } from '@icp/domain'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { FilingSummary } from './FilingSummary.js'
import { FindingList } from './FindingList.js'
import { RulesPage } from './RulesPage.js'
import { InLanguage, sampleCancellation, sampleRegistration } from './testing/index.js'

const show = async (element: ReactElement, language: 'zh-CN' | 'en' = 'en') => {
  const drawn = render(<InLanguage language={language}>{element}</InLanguage>)
  // The names of cities and counties come with a file of their own.
  await act(async () => { await import('@icp/domain/divisions') })
  return drawn
}

/** The value that stands beside a name within a part. */
const valueOf = (part: HTMLElement, name: string) => within(part).getByText(name, { selector: 'dt' }).parentElement?.querySelector('dd')

test('every field stands in its part, subject before website before access, under headings that go down step by step', async () => {
  await show(<FilingSummary content={sampleRegistration()} />)
  const headings = screen.getAllByRole('heading').map((heading) => `${heading.tagName} ${heading.textContent}`)
  expect(headings).toEqual(['H2 Subject', 'H3 Person in charge of the subject', 'H2 Website “晨光书店”', 'H3 Access 1 (云端网络)', 'H3 Access 2 (海蓝数据)'])
  const subject = screen.getByRole('region', { name: 'Subject' })
  expect(valueOf(subject, 'Owner name')).toHaveTextContent('北京晨光有限公司')
  expect(valueOf(screen.getByRole('region', { name: 'Access 1 (云端网络)' }), 'IP addresses')).toHaveTextContent('192.0.2.1')
})

test('what was left out is said to be not provided', async () => {
  await show(<FilingSummary content={sampleRegistration()} />)
  expect(valueOf(screen.getByRole('region', { name: 'Access 2 (海蓝数据)' }), 'Server location')).toHaveTextContent('Not provided')
})

test('places are named as soon as the table of places has come', async () => {
  await show(<FilingSummary content={sampleRegistration()} />, 'zh-CN')
  const subject = screen.getByRole('region', { name: '主体信息' })
  await waitFor(() => expect(valueOf(subject, '所在区县')).toHaveTextContent('东城区'))
  expect(valueOf(subject, '所在省')).toHaveTextContent('北京市')
})

test('unmasked, nothing is to be shown or hidden', async () => {
  await show(<FilingSummary content={sampleRegistration()} />)
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

test('a domain with Chinese characters is shown both ways', async () => {
  const content = withFieldAt(sampleRegistration(), 'services.s1.domain', '例子.中国')
  await show(<FilingSummary content={content} />)
  const website = screen.getByRole('region', { name: 'Website “晨光书店”' })
  // jsdom's URL keeps UTS 46 as browsers do.
  expect(valueOf(website, 'Domain')).toHaveTextContent('例子.中国 (xn--fsqu00a.xn--fiqs8s)')
})

test('a domain in its encoded form is shown in its characters as well', async () => {
  await show(<FilingSummary content={withFieldAt(sampleRegistration(), 'services.s1.domain', 'xn--fsqu00a.xn--fiqs8s')} />)
  expect(valueOf(screen.getByRole('region', { name: 'Website “晨光书店”' }), 'Domain')).toHaveTextContent('xn--fsqu00a.xn--fiqs8s (例子.中国)')
})

test('corrected fields are marked in words, also all fields of a part that was added', async () => {
  await show(<FilingSummary content={sampleRegistration()} changed={new Set(['subject.name', 'services.s1.accesses.a2'])} />)
  const subject = screen.getByRole('region', { name: 'Subject' })
  expect(valueOf(subject, 'Owner name')).toHaveTextContent('Corrected')
  expect(valueOf(subject, 'Investor or superior unit')).not.toHaveTextContent('Corrected')
  expect(valueOf(screen.getByRole('region', { name: 'Access 2 (海蓝数据)' }), 'IP addresses')).toHaveTextContent('Not providedCorrected')
})

test('each part offers what its reader can do, and each field what stands beside and under it', async () => {
  await show(
    <FilingSummary
      content={sampleRegistration()} actionOf={(group) => <a href={`#${group.path}`}>Change {group.path}</a>}
      besideOf={(path) => (path === 'subject.name' ? <button type="button">Remark</button> : null)} underOf={(path) => (path === 'subject.name' ? <p>Not as on the certificate</p> : null)}
    />,
  )
  expect(screen.getByRole('link', { name: 'Change services.s1' })).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: 'Remark' })).toHaveLength(1)
  expect(valueOf(screen.getByRole('region', { name: 'Subject' }), 'Owner name')).toHaveTextContent('Not as on the certificate')
})

test('of a filing about a record in force what differs stands open with what is filed, and the rest is folded', async () => {
  const differences = [
    { path: 'subject.name', label: { zh: '名称', en: 'Owner name' }, before: '北京旧名有限公司', after: '北京晨光有限公司' },
    { path: 'services.s1.accesses.a2', label: { zh: '接入', en: 'Access' }, before: '', after: '海蓝数据' },
  ]
  await show(<FilingSummary content={sampleRegistration()} differences={differences} />)
  const [subject] = screen.getAllByRole('region', { name: 'Subject' })
  expect(within(subject as HTMLElement).getAllByRole('definition')).toHaveLength(1)
  expect(valueOf(subject as HTMLElement, 'Owner name')).toHaveTextContent('北京晨光有限公司As filed: 北京旧名有限公司')
  expect(screen.getAllByRole('region', { name: 'Access 2 (海蓝数据)' })).toHaveLength(1)
  const folded = screen.getByText(/^Unchanged, as filed: \d+ fields$/).closest('details') as HTMLDetailsElement
  expect(folded.open).toBe(false)
  expect(folded).toHaveTextContent('Investor or superior unit')
  expect(folded).toHaveTextContent('Access 1 (云端网络)')
  expect(folded).not.toHaveTextContent('Access 2 (海蓝数据)')
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a cancellation is shown with what it cancels and why', async () => {
  await show(<FilingSummary content={sampleCancellation(['京ICP备2026000001号-2'])} />, 'zh-CN')
  const part = screen.getByRole('region', { name: '注销申请' })
  expect(valueOf(part, '主体备案号')).toHaveTextContent('京ICP备2026000001号')
  expect(valueOf(part, '网站备案号')).toHaveTextContent('京ICP备2026000001号-2')
})

const rules = { block: 'W-13', reviewer: 'X-21', warn: 'S-02' } as const
const finding = (severity: Finding['severity'], path: string): Finding =>
  ({ rule: rules[severity], path, severity, text: { zh: `中 ${severity}`, en: `It is ${severity}.` }, fix: { zh: '改', en: 'Fix it.' }, source: 'art. 1' })

test('findings stand with the gravest first, each with its field, its fix and its rule', () => {
  const content: RegistrationContent = sampleRegistration()
  render(<InLanguage language="en"><FindingList content={content} findings={[finding('warn', 'subject.name'), finding('reviewer', ''), finding('block', 'services.s1.domain')]} /></InLanguage>)
  const items = within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem')
  expect(items.map((item) => item.textContent)).toEqual([
    'Must be mendedWebsite “晨光书店” · DomainIt is block. Fix it.Rule W-13Source: art. 1',
    'Please checkThe whole filingIt is reviewer. Fix it.Rule X-21Source: art. 1',
    'AdviceSubject · Owner nameIt is warn. Fix it.Rule S-02Source: art. 1',
  ])
})

test('a filing without findings says so instead of showing an empty list', () => {
  const none = findingsFor('new-subject', sampleRegistration(), { today: '2026-11-23', domainToAscii: (host) => host }).filter((one) => one.rule === 'none')
  render(<InLanguage language="zh-CN"><FindingList content={sampleRegistration()} findings={none} /></InLanguage>)
  expect(screen.getByText('规则检查未发现问题。')).toBeInTheDocument()
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
})

test('the rules stand with severity, kinds and source, and a query narrows them', async () => {
  const asked: string[] = []
  await show(<RulesPage query="s-06" onQuery={(next) => asked.push(next)} />)
  const rules = within(screen.getByRole('list', { name: 'Filing rules' })).getAllByRole('listitem')
  expect(rules).toHaveLength(1)
  expect(rules[0]).toHaveTextContent(/^S-06.*Must be mended.*Asked of: First filing.*Source: GB 32100/)
  expect(screen.getByRole('status')).toHaveTextContent('Rules: 1')
})

test('a result code leads to its rules, and one that no rule judges says who sees to it', async () => {
  const { unmount } = await show(<RulesPage query="1005" onQuery={() => {}} />)
  expect(within(screen.getByRole('list', { name: 'What was looked up' })).getByRole('listitem')).toHaveTextContent(/1005.*Domain already filed.*Result code.*Judged by: W-15, X-01/)
  expect(within(screen.getByRole('list', { name: 'Filing rules' })).getAllByRole('listitem').map((item) => item.textContent?.slice(0, 4))).toEqual(['W-15', 'X-01'])
  unmount()
  await show(<RulesPage query="1018" onQuery={() => {}} />, 'zh-CN')
  expect(screen.getByRole('list', { name: '所查的要求' })).toHaveTextContent(/备案密码错误.*由流程保证.*短信核验/)
  expect(screen.queryByText('没有符合的规则。请换一个词。')).not.toBeInTheDocument()
})

test('below the rules stand the papers they rest on, with what binds and what is only practice', async () => {
  await show(<RulesPage query="" onQuery={() => {}} />, 'zh-CN')
  const table = screen.getByRole('table', { name: '依据一览' })
  const row = (name: string) => within(table).getByText(name).closest('tr')
  expect(row('工信管函〔2019〕633号')).toHaveTextContent('规定')
  expect(row('华为云备案文档')).toHaveTextContent('接入商实践')
  expect(within(table).getByRole('link', { name: '华为云备案文档' })).toHaveAttribute('href', 'https://support.huaweicloud.com')
})

test('all rules are listed without a query, and none is said in words', async () => {
  const { unmount } = await show(<RulesPage query="" onQuery={() => {}} />, 'zh-CN')
  expect(within(screen.getByRole('list', { name: '备案规则' })).getAllByRole('listitem').length).toBeGreaterThanOrEqual(80)
  unmount()
  await show(<RulesPage query="没有这样的规则" onQuery={() => {}} />, 'zh-CN')
  expect(screen.getByText('没有符合的规则。请换一个词。')).toBeInTheDocument()
})
