import { type AnswerOf, findOperation, type OperationId, type ParamsOf } from '@icp/contract'
import type { Answerer, Call } from './api-stand.js'

/**
 * The answer of one operation for `apiStand`, by its operationId: `answering('getFiling', filing, { id })`. What is answered is parsed with the
 * contract's schema first, so that a test cannot drift from the API. A function is asked anew at each call.
 */
export function answering<Id extends OperationId>(
  id: Id, answer: AnswerOf<Id> | ((call: Call) => AnswerOf<Id>), params?: ParamsOf<Id>,
): Readonly<Record<string, Answerer>> {
  const operation = findOperation(id)
  const path = operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => (params as Record<string, string> | undefined)?.[name] ?? '')
  const given = typeof answer === 'function' ? answer : () => answer
  return { [`${operation.method} ${path}`]: (call) => operation.answer.parse(given(call)) }
}
