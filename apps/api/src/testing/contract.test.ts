import { operationIds } from '@icp/contract'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ModulesContainer } from '@nestjs/core'
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
