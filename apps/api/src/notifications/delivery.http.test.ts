import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { ReadReason } from '@icp/domain'
import { createHmac, randomUUID } from 'node:crypto'
import { Transactions } from '../platform/transaction.service.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { type MailServer, startMailServer } from '../testing/mail-server.js'
import { accepting, type SmsPlatform, startSmsPlatform } from '../testing/sms-platform.js'
import { deliveryQueue, DeliveryService, mostAttempts } from './delivery.service.js'
import { type Message, NotificationsApi } from './notifications.api.js'

let api: TestApp
let operator: TestAccount
let mail: MailServer
let sms: SmsPlatform

beforeAll(async () => {
  mail = await startMailServer()
  sms = await startSmsPlatform()
  api = await startTestApp({ env: { ...mail.env, ...sms.env } })
})
afterAll(async () => {
  await api.close()
  await mail.close()
  await sms.close()
})
beforeEach(async () => {
  mail.answerRecipientsWith(0)
  sms.answerWith(accepting)
  await api.db.query(`DELETE FROM outbox_messages; DELETE FROM sms_spending; DELETE FROM pgboss.job; UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  await api.db.query(`UPDATE switches SET value = '20000' WHERE name = 'sms-daily-budget'`)
  // A gateway that an earlier test has worn out has rested meanwhile, and a session that old has ended.
  api.clock.advance(3600)
  operator = await api.accounts.operator()
})

const say = (message: Partial<Message> = {}) =>
  api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi).message(tx, { channel: 'sms', to: '13800138000', text: '您的验证码 246810', personal: [], ...message }))
const list = async (query: { state?: 'failed' } = {}) => (await api.inject('listMessages', { body: query }, { as: operator })).body.rows
const only = async () => {
  const [row, more] = await list()
  if (!row || more) throw new Error('not one message')
  return row
}
const deliver = () => api.runJobs(deliveryQueue)
const resend = (id: string, idempotencyKey: string = randomUUID()) => api.inject('resendMessage', { params: { id } }, { as: operator, idempotencyKey })

test('a mail reaches its mailbox whole, under a name of its own', async () => {
  await say({ channel: 'mail', to: 'wang@example.com', subject: '登录验证码', text: '您正在登录。\nYour code is 135791.' })
  await deliver()
  const { id, state } = await only()
  expect(state).toBe('delivered')
  const [got] = mail.received.splice(0)
  expect(got).toMatchObject({ subject: '登录验证码', text: expect.stringContaining('您正在登录。\nYour code is 135791.'), messageId: `<${id}.0@example.cn>` })
  expect(got?.from?.text).toBe('"ICP备案" <no-reply@example.cn>')
  expect([got?.to].flat().map((one) => one?.text)).toEqual(['wang@example.com'])
})

test('a recipient or subject that could be read as several, or as a header, is one or none', async () => {
  for (const to of ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com']) await say({ channel: 'mail', to, subject: 'x', text: 'x' })
  await say({ channel: 'mail', to: 'c@example.com', subject: 'x\r\nBcc: b@example.com', text: 'x\r\nBcc: b@example.com' })
  await deliver()
  expect(mail.received.map(({ subject }) => subject)).toContain('x Bcc: b@example.com')
  const addressed = mail.received.splice(0).flatMap(({ to, bcc }) => [to, bcc].flat().flatMap((one) => one?.value ?? [])).map(({ address }) => address)
  expect(addressed.filter((address) => address === 'b@example.com')).toEqual([])
})

test('an SMS is posted with a signature over time and body, and counts against the day', async () => {
  await say()
  await deliver()
  const [got] = sms.received.splice(0)
  const { id } = await only()
  expect(got?.body).toEqual({ id: `${id}.0`, to: '13800138000', text: '您的验证码 246810', at: expect.any(String) })
  const { 'x-icp-timestamp': timestamp, 'x-icp-signature': signature, 'idempotency-key': key } = got!.headers
  expect(signature).toBe(`v1=${createHmac('sha256', sms.secret).update(`${timestamp as string}.${got!.raw}`).digest('hex')}`)
  expect([key, Number(timestamp)]).toEqual([`${id}.0`, Math.floor(Date.parse(api.clock.now()) / 1000)])
  expect((await api.inject('getDelivery', {}, { as: operator })).body).toMatchObject({
    mail: { leaves: true, resting: false }, sms: { leaves: true, resting: false, waiting: 0, failed: 0, sentToday: 1, dailyBudget: 20_000 },
  })
})

const reveal = (id: string, body: { reason: ReadReason; note: string } = { reason: 'delivery', note: '用户反映未收到 13800138000' }, as = operator) =>
  api.inject('revealMessage', { params: { id }, body }, { as })

test('the outbox shows who a message is for and about masked, and no code that could still be used', async () => {
  await say({
    channel: 'mail', to: 'wang@example.com', subject: 'code 135791, 王芳', personal: ['王芳', '王芳的小店'],
    text: '「王芳的小店」的负责人王芳，验证码 246810，打开 https://owner.example.cn/confirm/abcdefghijklmnopqrstuvwxyz0123 。电话 13800138000，证件 11010119900307002X，邮箱 li.ming@example.cn',
  })
  const { to, subject, text } = await only()
  expect([to, subject, text]).toEqual([
    'w***@example.com', 'code ••••••, 王*',
    '「王****」的负责人王*，验证码 ••••••，打开 https://owner.example.cn/confirm/… 。电话 138****8000，证件 110***********002X，邮箱 l***@example.cn',
  ])
})

test('a message from before its personal parts were written down shows nothing of its text', async () => {
  await say()
  await api.db.query('UPDATE outbox_messages SET personal_parts = NULL')
  expect(await only()).toMatchObject({ to: '138****8000', subject: '', text: '…' })
})

test('a whole recipient finds its messages, and stands neither in an address nor in the audit', async () => {
  await say()
  await say({ to: '13900139000' })
  const found = await api.inject('listMessages', { body: { recipient: ' 139 0013 9000' } }, { as: operator })
  expect(found.body.rows.map(({ to }) => to)).toEqual(['139****9000'])
  const [entry] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'message.list' AND actor ->> 'accountId' = $1`, [operator.id])
  expect(entry.detail).toEqual({ by: 'recipient', objects: [`message:${found.body.rows[0]!.id}`] })
})

test('one message is read in full for a purpose, which is written down with the message and without what it says; its codes stay covered', async () => {
  await say({ text: '王芳，验证码 246810', personal: ['王芳'] })
  const { id } = await only()
  for (const [body, path] of [[{ reason: 'review', note: '核对号码' }, 'reason'], [{ reason: 'delivery', note: ' ' }, 'note']] as const) {
    const refused = await reveal(id, body)
    expect([refused.status, refused.problem.findings[0]?.path, refused.text.includes('13800138000')]).toEqual([422, path, false])
  }
  expect((await reveal(randomUUID())).problem.code).toBe('no-message')
  expect((await reveal(id, undefined, await api.accounts.securityAdministrator())).status).toBe(403)
  expect(await api.count('message_reads')).toBe(0)
  expect((await reveal(id)).body).toEqual({ to: '13800138000', subject: '', text: '王芳，验证码 ••••••' })
  const entries = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'message.reveal'`)
  expect(entries).toEqual([{ detail: { objects: [`message:${id}`], reason: 'delivery', read: expect.any(String) } }])
  const [stored] = await api.db.query('SELECT * FROM message_reads')
  expect(stored).toMatchObject({ message_id: id, reader_account_id: operator.id, reason: 'delivery' })
  expect(JSON.stringify([stored, entries])).not.toMatch(/13800138000|未收到/)
})

test('who reads too many messages is told when to go on', async () => {
  await say()
  const { id } = await only()
  await reveal(id)
  await api.db.query(`UPDATE limiter_points SET points = 60 WHERE key LIKE 'message-reveal-hour:%'`)
  const refused = await reveal(id)
  expect([refused.status, Number(refused.headers['retry-after']) > 3000]).toEqual([429, true])
})

test.each([
  ['an answer of 503', (answer) => void answer.writeHead(503).end(), 'away'],
  ['an answer of 429', (answer) => void answer.writeHead(429).end(), 'busy'],
  ['a page instead of an answer', (answer) => void answer.writeHead(200).end('<html>welcome to the hotel</html>'), 'unreadable'],
  ['a redirection', (answer) => void answer.writeHead(302, { location: 'http://example.com/' }).end(), 'unreadable'],
  ['a connection that breaks', (answer) => void answer.destroy(), 'away'],
] as const satisfies [string, Parameters<SmsPlatform['answerWith']>[0], string][])('after %s it is tried again under the same name, until it is taken', async (_, answer, error) => {
  sms.answerWith(answer)
  await say()
  await deliver()
  expect(await only()).toMatchObject({ state: 'waiting', attempts: 1, error, nextTryAt: new Date(Date.parse(api.clock.now()) + 5000).toISOString(), mayBeSentAgain: false })
  sms.answerWith(accepting)
  await deliver()
  expect(await only()).toMatchObject({ state: 'delivered', attempts: 2, error: null, nextTryAt: null })
  expect(new Set(sms.received.splice(0).map(({ body }) => body.id)).size).toBe(1)
})

test('a number that the other side refuses is not tried again, but may be sent again by hand, once for each asking', async () => {
  sms.answerWith((answer) => void answer.writeHead(422).end())
  await say()
  await deliver()
  const { id } = await only()
  expect(await only()).toMatchObject({ state: 'failed', attempts: 1, error: 'refused', mayBeSentAgain: true })
  expect(await list({ state: 'failed' })).toHaveLength(1)
  sms.answerWith(accepting)
  const key = randomUUID()
  expect((await resend(id, key)).body).toEqual({ resends: 1 })
  expect((await resend(id, key)).headers['idempotency-replayed']).toBe('true')
  expect((await resend(id)).problem.code).toBe('message-on-its-way')
  await deliver()
  expect(await only()).toMatchObject({ state: 'delivered', attempts: 1, error: null, resends: 1 })
  expect(sms.received.splice(0).map(({ body }) => body.id)).toEqual([`${id}.0`, `${id}.1`])
  const entries = await api.db.query(`SELECT actor, detail FROM audit_entries WHERE action = 'message.send-again' AND object_id = $1`, [id])
  expect(entries).toEqual([{ actor: { role: 'operator', accountId: operator.id }, detail: { channel: 'sms', resends: 1 } }])
})

test('a mailbox that is busy is tried again, one that does not exist is not', async () => {
  for (const [status, expected] of [[451, { state: 'waiting', error: 'busy' }], [550, { state: 'failed', error: 'refused' }]] as const) {
    mail.answerRecipientsWith(status)
    await api.db.query('DELETE FROM outbox_messages')
    await say({ channel: 'mail', to: 'w@example.com', subject: 'x' })
    await deliver()
    expect(await only()).toMatchObject(expected)
  }
})

test('after ten tries a message has failed', async () => {
  mail.answerRecipientsWith(451)
  await say({ channel: 'mail', to: 'w@example.com', subject: 'x' })
  for (let n = 0; n < mostAttempts; n++) {
    await deliver()
    api.clock.advance(3600)
  }
  operator = await api.accounts.operator()
  expect(await deliver()).toBe(0)
  expect(await only()).toMatchObject({ state: 'failed', attempts: mostAttempts, error: 'busy' })
})

test('a message that carries a code is not sent after the code has run out, neither by itself nor by hand', async () => {
  await say({ expiresAt: new Date(Date.parse(api.clock.now()) + 300_000).toISOString() })
  api.clock.advance(300)
  await deliver()
  const { id } = await only()
  expect(await only()).toMatchObject({ state: 'failed', error: 'expired', mayBeSentAgain: false })
  expect((await resend(id)).problem.code).toBe('message-ran-out')
  expect(sms.received).toHaveLength(0)
})

test('a message that a newer one about the same has ended is not sent any more, neither by itself nor by hand', async () => {
  const expiresAt = new Date(Date.parse(api.clock.now()) + 300_000).toISOString()
  const supersede = (about: string) => api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi).supersede(tx, about))
  sms.answerWith((answer) => void answer.writeHead(503).end())
  await say({ expiresAt, about: 'one', text: 'the old code' })
  await deliver()
  sms.received.splice(0)
  sms.answerWith(accepting)
  api.clock.advance(2)
  await supersede('one')
  await say({ expiresAt, about: 'one', text: 'the new code' })
  await say({ expiresAt, about: 'two', text: 'another code' })
  api.clock.advance(60)
  await deliver()
  expect(sms.received.splice(0).map(({ body }) => body.text).toSorted()).toEqual(['another code', 'the new code'])
  const ended = (await list({ state: 'failed' }))[0]!
  expect(ended).toMatchObject({ error: 'expired', mayBeSentAgain: false })
  expect((await resend(ended.id)).problem.code).toBe('message-ran-out')
})

test('strangers whose messages are queued all at once leave the holders their part of the day', async () => {
  await api.inject('setSmsBudget', { body: { dailyBudget: 10 } }, { as: operator })
  for (let n = 0; n < 15; n++) await say({ byStranger: true })
  await deliver()
  expect(sms.received.splice(0)).toHaveLength(9)
  await say()
  await deliver()
  expect(sms.received.splice(0)).toHaveLength(1)
})

test('after five faults in a row a gateway is left alone for half a minute; what waits is sent once it is back', async () => {
  sms.answerWith((answer) => void answer.writeHead(500).end())
  for (let n = 0; n < 7; n++) await say()
  await deliver()
  expect(sms.received.splice(0)).toHaveLength(5)
  expect((await list()).map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1, 1, 1, 1, 1])
  expect((await api.inject('getDelivery', {}, { as: operator })).body.sms).toMatchObject({ resting: true, waiting: 7, sentToday: 0 })
  sms.answerWith(accepting)
  await deliver()
  expect(sms.received).toHaveLength(0)
  api.clock.advance(30)
  await deliver()
  expect((await list()).map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'delivered'))
  expect(sms.received.splice(0)).toHaveLength(7)
})

test('when the day’s SMS are spent the others fail and say so, strangers are turned away before, and the next day all goes on', async () => {
  await api.inject('setSmsBudget', { body: { dailyBudget: 10 } }, { as: operator })
  const wait = () => api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi).secondsToWaitForStrangers(tx))
  for (let n = 0; n < 8; n++) await say()
  await deliver()
  expect(await wait()).toBe(0)
  for (let n = 0; n < 4; n++) await say()
  await deliver()
  expect(sms.received.splice(0)).toHaveLength(10)
  expect((await list()).filter(({ state, error }) => state === 'failed' && error === 'budget')).toHaveLength(2)
  const seconds = await wait()
  expect(new Date(Date.parse(api.clock.now()) + seconds * 1000).toISOString()).toMatch(/T16:00:00/)
  api.clock.advance(seconds)
  expect(await wait()).toBe(0)
})

test('while the SMS platform is off no SMS leaves', async () => {
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  await say()
  await deliver()
  expect(await only()).toMatchObject({ state: 'kept', attempts: 1, deliveredAt: null })
  expect(sms.received).toHaveLength(0)
})

test('a message that was kept may be sent once there is a way for it and while it has not run out, and until then it is said why not', async () => {
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  await say({ expiresAt: new Date(Date.parse(api.clock.now()) + 600_000).toISOString() })
  await deliver()
  const { id } = await only()
  expect(await only()).toMatchObject({ state: 'kept', mayBeSentAgain: false })
  expect((await resend(id)).problem.code).toBe('message-has-no-way')
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  expect((await only()).mayBeSentAgain).toBe(true)
  expect((await resend(id)).body).toEqual({ resends: 1 })
  await deliver()
  expect(await only()).toMatchObject({ state: 'delivered', attempts: 1 })
  expect(sms.received.splice(0)).toHaveLength(1)
  await api.db.query(`UPDATE outbox_messages SET state = 'kept', delivered_at = NULL`)
  api.clock.advance(600)
  expect((await only()).mayBeSentAgain).toBe(false)
  expect((await resend(id)).problem.code).toBe('message-ran-out')
})

test('a message that eight workers take at once is sent once; one whose worker died is found again', async () => {
  await say()
  const { id } = await only()
  const service = api.app.get(DeliveryService, { strict: false })
  await Promise.all(Array.from({ length: 8 }, () => service.deliver(id)))
  expect(sms.received.splice(0)).toHaveLength(1)
  await say()
  const left = (await list()).find((row) => row.id !== id)!.id
  await api.db.query(`UPDATE outbox_messages SET claimed_until = $2 WHERE id = $1`, [left, new Date(Date.parse(api.clock.now()) + 60_000).toISOString()])
  await api.db.query('DELETE FROM pgboss.job')
  await service.deliver(left)
  expect(sms.received).toHaveLength(0)
  api.clock.advance(121)
  await service.recover()
  expect(await deliver()).toBe(1)
  expect(sms.received.splice(0)).toHaveLength(1)
})

test('neither faults nor states hold anything of a message', async () => {
  sms.answerWith((answer) => void answer.writeHead(500).end('no such number: 13800138000'))
  await say()
  await deliver()
  expect(JSON.stringify([await api.db.query('SELECT * FROM outbox_messages'), await api.db.query('SELECT * FROM pgboss.job')])).not.toMatch(/13800138000|246810/)
})
