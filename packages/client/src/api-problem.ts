import type { Problem } from '@icp/contract'
import type { Bilingual, Finding } from '@icp/domain'

/** A refusal of the API, or a request that never got an answer (`offline`). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly text: Bilingual
  readonly findings: readonly Finding[]
  /** Seconds. */
  readonly retryAfter: number | undefined
  readonly requestId: string

  constructor(problem: Omit<Problem, 'type' | 'title'>) {
    super(`${problem.status} ${problem.code}: ${problem.text.en}`)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.text = problem.text
    this.findings = problem.findings
    this.retryAfter = problem.retryAfter
    this.requestId = problem.requestId
  }
}

export const offlineProblem = (): ApiProblem =>
  new ApiProblem({
    status: 0, code: 'offline', findings: [], requestId: '',
    text: { zh: '网络连接中断，请检查网络后重试。您填写的内容没有丢失。', en: 'The connection was lost. Check the network and try again. What you typed is kept.' },
  })

/** For answers that are no problem document, such as a proxy's error page. */
export const unexpectedProblem = (status: number, requestId: string): ApiProblem =>
  new ApiProblem({
    status, code: 'unexpected', findings: [], requestId,
    text: { zh: '系统暂时无法完成该操作，请稍后重试。', en: 'The system cannot do this right now. Try again in a moment.' },
  })
