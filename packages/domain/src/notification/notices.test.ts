import { expect, test } from '@jest/globals'
import { filing } from '../filing/filing.fixture.js'
import { accountNotice } from './account-notices.js'
import { codeMessage } from './code-messages.js'
import { lateReviews } from './late-reviews.js'
import { maskMessage } from './masked-message.js'
import type { NoticeEvent } from './notice-event.js'
import { noticeTemplates, noticeText, type NoticeTemplate } from './notice-templates.js'
import { noticesFor } from './notices.js'

const facts = { reference: 'BA20261123-000001', subjectName: '北京示例有限公司', provider: '示例云' }
const target = filing('with-providers')
const told = (event: NoticeEvent, of = target): string[] => noticesFor(event, of).map((notice) =>
  `${notice.to.role === 'provider' ? notice.to.providerId : notice.to.role} ${notice.template}`)

const events: readonly NoticeEvent[] = [
  { type: 'finished' }, { type: 'withdrawn' }, { type: 'in-review' }, { type: 'approved' },
  { type: 'correction-requested', by: 'owner', providerId: 'p2', fields: ['services.s2.name'], reason: '有误' },
  { type: 'correction-requested', by: 'provider', providerId: 'p2', fields: ['services.s2.name'], reason: '有误' },
  { type: 'correction-declined', providerId: 'p2', answer: '与证件一致' },
  { type: 'corrected', providerId: 'p2', paths: ['services.s2.name'], reason: '有误', reopened: ['p1', 'p2'] },
  { type: 'passed', providerId: 'p2', remaining: 1 }, { type: 'passed', providerId: 'p2', remaining: 0 },
  { type: 'confirmations-sent', persons: 2, expiresAt: '2026-11-24T00:00:00.000Z' },
  { type: 'confirmation-failed', cause: 'expired' }, { type: 'confirmation-failed', cause: 'wrong-tries' },
  { type: 'returned', opinion: '请修改', findings: 2 },
  { type: 'agreement-asked' }, { type: 'agreed' }, { type: 'agreement-declined', reason: '域名尚未过户' }, { type: 'agreement-expired' },
  { type: 'refused', by: 'provider', reason: '不符', providerId: 'p1' }, { type: 'refused', by: 'reviewer', reason: '不符', providerId: null },
  { type: 'access-ending', providerId: 'p2', serviceNumbers: ['京ICP备2026000001号-2'], reason: '合同到期', isLast: false },
  { type: 'access-ending', providerId: 'p2', serviceNumbers: ['京ICP备2026000001号-2'], reason: '合同到期', isLast: true },
  { type: 'ended-with-record', numbers: ['京ICP备2026000001号-2'], ground: '京通管罚〔2026〕1号' },
  { type: 'silent', who: 'provider', waiting: ['p1'] }, { type: 'silent', who: 'review', waiting: [] },
]

test('a message names its personal parts, so that a screen that is not its recipient’s can mask them', () => {
  const { text, personal } = accountNotice('draft-ending', { name: '王芳的小店', on: '2026-12-01' })
  expect(maskMessage(text.zh, personal)).toContain('草稿「王****」')
  expect(accountNotice('user-names', { userNames: ['wang-fang', 'wang'], link: 'https://example.com' }).personal).toEqual(['wang-fang', 'wang'])
  const { sms, personal: about } = codeMessage('confirmation', { code: '123456', minutes: 60, subjectName: '李明' })
  expect(maskMessage(sms.zh, about)).not.toContain('李明')
})

test('numbers and addresses are masked by their form, and what only looks like one stays', () => {
  expect(maskMessage('致电 13800138000 或 li.ming@example.cn，证件 11010119900307002X', [''])).toBe('致电 138****8000 或 l***@example.cn，证件 110***********002X')
  expect(maskMessage('京ICP备2026000001号，受理编号 BA20261126000123', [])).toBe('京ICP备2026000001号，受理编号 BA20261126000123')
})

test('the owner hears of every event but its own correction request; nobody else hears what is not theirs', () => {
  for (const event of events) {
    const heard = told(event).some((one) => one.startsWith('owner'))
    expect([event.type, heard]).toEqual([event.type, !(event.type === 'correction-requested' && event.by === 'owner')])
  }
})

test('the owner’s request reaches only the provider that is asked', () => {
  expect(told(events[4] as NoticeEvent)).toEqual(['p2 correction-requested-provider'])
})

test('a correction tells the owner, and the other providers whose pass it reopened', () => {
  expect(told(events[7] as NoticeEvent)).toEqual(['owner corrected-owner', 'p1 corrected-provider'])
})

test('the administration hears only that a filing has entered review, and that it is late with one', () => {
  expect(events.filter((event) => told(event).some((one) => one.startsWith('reviewer'))).map((event) => event.type)).toEqual(['in-review', 'access-ending', 'access-ending', 'silent'])
})

test('of late reviews those who run the system are told how many an administration has', () => {
  expect(lateReviews('330000', 1).title).toEqual({ zh: '浙江省通信管理局有 1 件审核逾期', en: 'Zhejiang Communications Administration: one review overdue' })
  expect(lateReviews('330000', 12).text).toEqual({ zh: expect.stringContaining('新增 12 件'), en: expect.stringMatching(/^12 reviews of the Zhejiang Communications Administration went beyond 20 working days/) })
})

test('approving a cancellation tells the providers to stop the access', () => {
  expect(told({ type: 'approved' }, filing('approved', 'cancel-service'))).toEqual(['owner cancelled-owner', 'p2 cancelled-provider'])
})

test('the end of an access takes no number away, and is told so; of the last one the owner is warned when the provider applies', () => {
  expect(told({ type: 'approved' }, filing('approved', 'cancel-access'))).toEqual(['owner access-ended-owner', 'p2 access-ended-provider'])
  const ending: NoticeEvent = { type: 'access-ending', providerId: 'p2', serviceNumbers: ['京ICP备2026000001号-2'], reason: '合同到期', isLast: true }
  const [notice] = noticesFor(ending, filing('in-review', 'cancel-access'))
  expect(notice?.template).toBe('last-access-ending-owner')
  expect(noticeText(notice!, facts).body).toEqual({ zh: expect.stringContaining('说明：合同到期'), en: expect.stringMatching(/-2\. Its note: 合同到期.*add another provider as soon as it is approved/) })
})

test('of a migration both owners hear what happens once they have agreed; before, the receiving one hears only that it is asked, or not any more', () => {
  const asked = filing('awaiting-agreement', 'migrate-service', { receivingAccountId: 'o9', passes: [] })
  const agreed = filing('with-providers', 'migrate-service', { receivingAccountId: 'o9' })
  const recipients = (event: NoticeEvent, of: typeof asked) => noticesFor(event, of).map(({ to, template }) => `${'accountId' in to ? to.accountId : to.role} ${template}`)
  expect(recipients({ type: 'agreement-asked' }, asked)).toEqual(['o1 agreement-asked-owner', 'o9 agreement-asked-receiver'])
  expect(recipients({ type: 'agreement-asked' }, { ...asked, receivingAccountId: null })).toEqual(['o1 agreement-asked-owner'])
  expect(recipients({ type: 'withdrawn' }, asked)).toEqual(['o1 withdrawn-owner', 'o9 withdrawn-receiver'])
  expect(recipients({ type: 'agreed' }, agreed)).toEqual(['o1 agreed-owner', 'o9 agreed-owner', 'provider finished-provider'])
  expect(recipients({ type: 'approved' }, agreed)).toEqual(['o1 migrated-owner', 'o9 migrated-owner', 'provider migrated-provider'])
})

test('every notice reads whole in both languages, with no gap and no brace left', () => {
  const used = new Set<NoticeTemplate>()
  for (const event of [...events, { type: 'approved' } as const]) {
    const moving = filing('approved', 'migrate-service', { receivingAccountId: 'o9' })
    for (const notice of [...noticesFor(event, target), ...noticesFor(event, filing('approved', 'cancel-subject')), ...noticesFor(event, filing('approved', 'cancel-access')), ...noticesFor(event, moving)]) {
      used.add(notice.template)
      const { title, body } = noticeText(notice, facts)
      for (const text of [title.zh, title.en, body.zh, body.en]) {
        expect(text).not.toMatch(/[{}]|undefined|：$|: $/)
        expect(text.length).toBeGreaterThan(2)
      }
      expect(title.zh + title.en).toContain(facts.reference)
    }
  }
  expect([...used].sort()).toEqual(Object.keys(noticeTemplates).sort())
})

test('both languages of a template use the same params', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).join(' ')
  for (const [template, { title, body }] of Object.entries(noticeTemplates)) {
    expect([template, names(title.zh), names(body.zh)]).toEqual([template, names(title.en), names(body.en)])
  }
})

test('params are inserted as text: braces and names in them are not filled again', () => {
  const text = noticeText({ template: 'correction-declined', params: { answer: '{reference} $& {nothing}' } }, facts)
  expect(text.body.zh).toBe('示例云 答复：{reference} $& {nothing}')
})

test('a code message carries its code in both languages, by phone and mail alike', () => {
  for (const purpose of ['registration', 'log-on', 'step-up', 'confirmation'] as const) {
    const { sms, mail } = codeMessage(purpose, { code: '123456', minutes: 1440, link: 'https://example.com/c/t', reference: 'BA1', subjectName: '示例' })
    for (const text of [sms.zh, sms.en, mail.body.zh, mail.body.en]) expect(text).toContain('123456')
    for (const title of [mail.title.zh, mail.title.en]) expect(title).not.toContain('123456')
  }
  expect(codeMessage('confirmation', { code: '1', minutes: 1440, link: 'https://example.com/c/t' }).sms.en).toContain('Within 24 hours open https://example.com/c/t ')
})
