import { findOperation, operationIds } from '@icp/contract'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ModulesContainer } from '@nestjs/core'
import fs from 'node:fs'
import { findOperationId } from '../http/request.js'
import { startTestApp, type TestApp } from './app.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp({ logLevel: 'error' })
})
afterAll(() => api.close())

const served = () =>
  [...api.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: Record<string, object> }).prototype
      return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor').map((name) => findOperationId(prototype[name] as object))
    }),
  )

test('every operation of the contract is served by exactly one route, and no route is outside it', () => {
  expect(served().map(String).toSorted()).toEqual(operationIds.toSorted())
})

test('the contract itself is served as OpenAPI', async () => {
  const { body } = await api.inject('getOpenApi')
  const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((path) => Object.values(path).map((op) => op.operationId))
  expect(ids.toSorted()).toEqual(operationIds.toSorted())
})

test('it is ready when the database answers', async () => {
  expect((await api.inject('getReadiness')).body).toEqual({ status: 'ready' })
})

test('a changing operation without an Idempotency-Key stands in the decision that says why', () => {
  const decision = fs.readFileSync(new URL('../../../../docs/decisions/0009-where-a-key-is-asked.md', import.meta.url), 'utf8')
  const explained = decision.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => line.split('|')[1]!.match(/\w+/g) ?? [])
  const without = operationIds.filter((id) => findOperation(id).method !== 'GET' && !findOperation(id).idempotent)
  expect(explained.toSorted()).toEqual(without.toSorted())
})
