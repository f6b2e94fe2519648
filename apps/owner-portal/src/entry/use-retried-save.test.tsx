import { ApiProblem } from '@icp/client'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { renderHook } from '@testing-library/react'
import { useRetriedSave } from './use-retried-save.js'

const problem = (status: number, retryAfter?: number) =>
  new ApiProblem({ status, code: 'x', text: { zh: '', en: '' }, findings: [], requestId: '', ...(retryAfter ? { retryAfter } : {}) })

beforeEach(() => { jest.useFakeTimers() })
afterEach(() => { jest.useRealTimers() })

test('after a lost connection the save is tried again in five seconds, and at once when the network is back', () => {
  const save = jest.fn()
  renderHook(() => useRetriedSave(problem(0), save))
  jest.advanceTimersByTime(4900)
  expect(save).not.toHaveBeenCalled()
  jest.advanceTimersByTime(200)
  expect(save).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new Event('online'))
  expect(save).toHaveBeenCalledTimes(2)
})

test('too many requests are waited out as long as the server says', () => {
  const save = jest.fn()
  renderHook(() => useRetriedSave(problem(429, 30), save))
  jest.advanceTimersByTime(29_000)
  expect(save).not.toHaveBeenCalled()
  jest.advanceTimersByTime(1500)
  expect(save).toHaveBeenCalledTimes(1)
})

test('a refusal that trying again cannot mend is left to the user', () => {
  const save = jest.fn()
  renderHook(() => useRetriedSave(problem(423), save))
  jest.advanceTimersByTime(60_000)
  expect(save).not.toHaveBeenCalled()
})
