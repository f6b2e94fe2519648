import type { ApiProblem } from '@icp/client'
import { type ErrorItem, useFormat, useSay } from '@icp/ui'
import { useState } from 'react'

const nothing = { items: [], atFields: [] }

/**
 * What is wrong with a small form, and where: the fields by the name that the API gives them. With `labels`, the summary says which field is
 * meant where two have the same fault.
 */
export function useProblems<Field extends string>(ids: Readonly<Record<Field, string>>, labels?: Readonly<Partial<Record<Field, string>>>) {
  const say = useSay()
  const format = useFormat()
  const [{ items, atFields }, setFound] = useState<{ readonly items: readonly ErrorItem[]; readonly atFields: readonly ErrorItem[] }>(nothing)
  const [failure, setFailure] = useState<ApiProblem | null>(null)
  const idOf = (path: string): string => (Object.keys(ids) as Field[]).filter((field) => path === field || path.startsWith(`${field}.`)).map((field) => ids[field])[0] ?? ''
  const put = (found: readonly ErrorItem[]) => {
    const named = ({ fieldId, text }: ErrorItem): ErrorItem => {
      const label = (Object.keys(ids) as Field[]).filter((field) => ids[field] === fieldId).map((field) => labels?.[field])[0]
      const isTwice = found.filter((one) => one.text === text).length > 1
      return { fieldId, text: isTwice && label !== undefined ? format.labelled(label, text) : text }
    }
    setFound({ items: found.map(named), atFields: found })
  }
  return {
    items,
    failure,
    errorOf: (field: Field) => atFields.find((item) => item.fieldId === ids[field])?.text,
    /** What the page finds by itself; answers whether nothing is missing. */
    check: (missing: readonly (readonly [field: Field, isMissing: boolean, text: string])[]): boolean => {
      const found = missing.filter(([, isMissing]) => isMissing).map(([field, , text]) => ({ fieldId: ids[field], text }))
      put(found)
      setFailure(null)
      return found.length === 0
    },
    /** A refusal: findings at their fields, waits and failures as a notice. */
    refused: (problem: ApiProblem) => {
      const isNotice = problem.status === 0 || problem.status >= 500 || problem.retryAfter !== undefined
      setFailure(isNotice ? problem : null)
      put(isNotice ? [] : problem.findings.length > 0
        ? problem.findings.map((finding) => ({ fieldId: idOf(finding.path), text: format.sentences(say(finding.text), say(finding.fix)) }))
        : [{ fieldId: '', text: say(problem.text) }])
    },
    clear: () => {
      setFound(nothing)
      setFailure(null)
    },
  }
}
