import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { QueryFailedError } from 'typeorm'
import { describeError, pathOnly, serializers } from './logger.js'

test('of an address the log keeps the path: no query, and of links no secret; ids of objects stay', () => {
  expect(pathOnly('/api/look-up?q=%E5%BC%A0%E4%B8%89')).toBe('/api/look-up')
  expect(pathOnly(`/api/confirmations/${'a1'.repeat(22)}`)).toBe('/api/confirmations/…')
  expect(pathOnly('/api/filings/00000000-0000-4000-8000-00000000dead/pass')).toBe('/api/filings/00000000-0000-4000-8000-00000000dead/pass')
})

test('of a fault of the database the log keeps its code and place, not the statement and its values', () => {
  const driver = Object.assign(new Error('duplicate key value: (mobile)=(13800000000)'), { code: '23505', table: 'accounts', constraint: 'accounts_mobile', detail: 'Key (mobile)=(13800000000)' })
  const described = describeError(new QueryFailedError('INSERT INTO accounts VALUES ($1)', ['13800000000'], driver))
  expect(described).toMatchObject({ type: 'QueryFailedError', code: '23505', table: 'accounts', constraint: 'accounts_mobile' })
  expect(JSON.stringify(described)).not.toContain('13800000000')
})

test('a line break in what is logged makes no second line', () => {
  const lines: string[] = []
  const logger = pino({ serializers }, { write: (line: string) => void lines.push(line) })
  const forged = '\r\n{"level":50,"msg":"forged"}\u2028'
  logger.error({ err: new Error(`first${forged}`), req: { id: forged, method: `GET${forged}`, url: `/api/look-up${forged}` } }, `told${forged}`)
  expect(lines).toHaveLength(1)
  expect(lines[0]!.trimEnd().split(/[\r\n]/)).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 50, msg: `told${forged}`, err: { message: `first${forged}` } })
})
