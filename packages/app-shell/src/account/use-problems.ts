import type { ApiProblem } from '@icp/client'
import { type ErrorItem, useFormat, useSay } from '@icp/ui'
import { useState } from 'react'

/** What is wrong with a small form, and where: the fields by the name that the API gives them. */
export function useProblems<Field extends string>(ids: Readonly<Record<Field, string>>) {
  const say = useSay()
  const format = useFormat()
  const [items, setItems] = useState<readonly ErrorItem[]>([])
  const [failure, setFailure] = useState<ApiProblem | null>(null)
  const idOf = (path: string): string => (Object.keys(ids) as Field[]).filter((field) => path === field || path.startsWith(`${field}.`)).map((field) => ids[field])[0] ?? ''
  return {
    items,
    failure,
    errorOf: (field: Field) => items.find((item) => item.fieldId === ids[field])?.text,
    /** What the page finds by itself; answers whether nothing is missing. */
    check: (missing: readonly (readonly [field: Field, isMissing: boolean, text: string])[]): boolean => {
      const found = missing.filter(([, isMissing]) => isMissing).map(([field, , text]) => ({ fieldId: ids[field], text }))
      setItems(found)
      setFailure(null)
      return found.length === 0
    },
    /** A refusal: findings at their fields, waits and failures as a notice. */
    refused: (problem: ApiProblem) => {
      const isNotice = problem.status === 0 || problem.status >= 500 || problem.retryAfter !== undefined
      setFailure(isNotice ? problem : null)
      setItems(isNotice ? [] : problem.findings.length > 0
        ? problem.findings.map((finding) => ({ fieldId: idOf(finding.path), text: format.sentences(say(finding.text), say(finding.fix)) }))
        : [{ fieldId: '', text: say(problem.text) }])
    },
    clear: () => {
      setItems([])
      setFailure(null)
    },
  }
}
