import { expect, test } from '@jest/globals'
import { Role } from '../account/role.js'
import { actionsFor } from './actions.js'
import { ballOf, ballTexts, courseOf } from './ball.js'
import { receivingBallText } from './ball-receiving.js'
import { filing } from './filing.fixture.js'
import { isRelated } from './gate.js'
import { FilingKind } from './kind.js'
import { needsConfirmation } from './parties.js'
import { silenceDays } from './silence-days.js'
import { FilingStatus, statusFaces } from './status.js'

const onlookers = ['owner', 'provider', 'reviewer', 'responsible-person'] as const
const parts = ['meaning', 'whoActs', 'untilWhen', 'ifNobodyActs'] as const
const cases = FilingKind.options.flatMap((kind) => FilingStatus.options.map((status) => [kind, status] as const))

test.each(cases)('a “%s” that is “%s” says to everyone what it means, who acts, until when and what if nobody does, in both languages', (kind, status) => {
  for (const onlooker of onlookers) {
    const text = ballOf(kind, status, onlooker)
    for (const part of parts) {
      expect([onlooker, part, text[part].zh]).toEqual([onlooker, part, expect.stringMatching(/\p{Script=Han}/u)])
      expect([onlooker, part, text[part].en]).toEqual([onlooker, part, expect.stringMatching(/^[A-Z]/)])
      expect([onlooker, part, text[part].en]).toEqual([onlooker, part, expect.not.stringMatching(/\p{Script=Han}/u)])
    }
  }
})

test('the owner of a receiving subject is told of every status in both languages', () => {
  for (const status of FilingStatus.options) {
    for (const part of Object.values(receivingBallText(status))) expect([status, /\p{Script=Han}/u.test(part.zh), /^[A-Z]/.test(part.en)]).toEqual([status, true, true])
  }
})

test('nobody has a text for a status or an onlooker that does not exist', () => {
  expect(Object.keys(ballTexts).sort()).toEqual([...FilingStatus.options].sort())
  for (const texts of Object.values(ballTexts)) expect(Object.keys(texts).sort()).toEqual([...onlookers].sort())
})

test('every role that may be related to a filing is told; administrators are related to none', () => {
  const inReview = filing('in-review')
  const unrelated = Role.options.filter((role) => role !== 'clock' && !(onlookers as readonly string[]).includes(role))
  expect(unrelated).toEqual(['operator', 'security-administrator', 'audit-administrator'])
  for (const role of unrelated) {
    expect([role, isRelated(inReview, { role: role as 'operator', accountId: 'x' })]).toEqual([role, false])
    for (const [kind, status] of cases) expect([role, kind, status, actionsFor(role, kind, status)]).toEqual([role, kind, status, []])
  }
})

test('who holds the ball reads that it is their turn', () => {
  for (const [kind, status] of cases) {
    const { holder } = statusFaces[status]
    if (holder === 'nobody') continue
    if (status === 'awaiting-agreement' && kind !== 'migrate-service') continue
    const text = holder === 'receiving-owner' ? receivingBallText(status) : ballOf(kind, status, holder)
    expect([kind, status, text.whoActs.en]).toEqual([kind, status, expect.stringMatching(/^You/)])
  }
})

test('nobody is told of a correction where the kind has none', () => {
  for (const [kind, status] of cases) {
    if (actionsFor('provider', kind, 'with-providers').includes('correct')) continue
    for (const onlooker of onlookers) {
      for (const part of parts) expect([kind, status, onlooker, ballOf(kind, status, onlooker)[part].zh]).toEqual([kind, status, onlooker, expect.not.stringContaining('修改请求')])
    }
  }
})

test('a person whom a kind does not ask is not told of a message', () => {
  for (const [kind, status] of cases) {
    if (needsConfirmation(kind) || status === 'draft') continue
    expect([kind, status, ballOf(kind, status, 'responsible-person').ifNobodyActs.en]).toEqual([kind, status, expect.not.stringMatching(/message/)])
  }
})

test('what is ended is not called up to date or opened', () => {
  for (const kind of ['cancel-service', 'cancel-subject'] as const) {
    expect(ballOf(kind, 'approved', 'owner').meaning.en).toMatch(/recalled/)
    expect(ballOf(kind, 'approved', 'provider').meaning.en).toMatch(/stop the access/)
  }
  expect(ballOf('cancel-access', 'approved', 'owner').meaning.en).toMatch(/keeps its number/)
})

test('what is said of silence is what the clock does', () => {
  for (const kind of FilingKind.options) {
    for (const status of ['with-providers', 'returned'] as const) {
      for (const onlooker of ['owner', 'provider'] as const) expect([kind, status, onlooker, ballOf(kind, status, onlooker).ifNobodyActs.en]).toEqual([kind, status, onlooker, expect.stringContaining(`${silenceDays} days`)])
    }
  }
})

test('a filing that ended with its record tells everyone so, and nobody that the record stays', () => {
  for (const kind of FilingKind.options) {
    for (const byProvider of [false, true]) {
      for (const onlooker of onlookers) {
        const { meaning } = ballOf(kind, 'refused', onlooker, { byProvider, withRecord: true })
        expect([kind, onlooker, meaning.zh]).toEqual([kind, onlooker, expect.stringContaining('强制注销')])
        expect([kind, onlooker, meaning.en]).toEqual([kind, onlooker, expect.stringMatching(/cancelled by force/)])
        expect([kind, onlooker, meaning.en]).toEqual([kind, onlooker, expect.not.stringMatching(/not affected|stays in force|refused/i)])
      }
    }
  }
  expect(receivingBallText('refused', { withRecord: true }).meaning.en).toMatch(/cancelled by force/)
})

test('a filing says of itself how it came about and how it ended', () => {
  expect(courseOf({})).toEqual({ byProvider: false, withRecord: false })
  expect(courseOf({ applicant: { id: 'p1' } })).toEqual({ byProvider: true, withRecord: false })
  expect(courseOf({ endedWithRecord: true })).toEqual({ byProvider: false, withRecord: true })
})
