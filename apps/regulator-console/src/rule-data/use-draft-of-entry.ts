import { type ApiProblem, useAct } from '@icp/client'
import type { RuleChange } from '@icp/contract'
import { entryFindings, type Finding, type RuleEntry, shanghaiDay } from '@icp/domain'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'

export const ruleRefreshes = ['listRuleChanges', 'getRuleChange', 'previewRuleChange'] as const

/**
 * What is typed of a change, what is wrong with it, and how it is sent; `change` is the draft that it replaces, `idOf` the field on the page that a path of the
 * entry stands in.
 */
export function useDraftOfEntry<Typed extends object>(start: Typed, change: RuleChange | undefined, onDone: (change: RuleChange) => void, idOf: (path: string) => string) {
  const [typed, setTyped] = useState(start)
  const findings = useFieldFindings(idOf)
  const add = useAct('draftRuleChange', { refreshes: ruleRefreshes })
  const edit = useAct('editRuleChange', { refreshes: ruleRefreshes })
  const act = change ? edit : add
  return {
    typed, findings, busy: act.isPending,
    /** A refusal that no field can tell. */
    problem: act.error && act.error.findings.length === 0 ? act.error : null,
    put: (part: Partial<Typed>, ...touched: string[]) => {
      setTyped((now) => ({ ...now, ...part }))
      findings.forget(...touched)
    },
    /** `more`: what is found beside the form of the entry, once that is in order. */
    submit: (entry: RuleEntry, more: readonly Finding[] = []) => {
      if (act.isPending) return
      const form = entryFindings(entry, shanghaiDay(new Date().toISOString()))
      if (!findings.show(form.length > 0 ? form : more)) return
      const answers = { onSuccess: onDone, onError: (problem: ApiProblem) => findings.show(problem.findings.map((one) => ({ ...one, path: one.path.replace(/^entry\./, '') }))) }
      if (change) edit.mutate({ params: { id: change.id }, body: { version: change.version, entry } }, answers)
      else add.mutate({ body: { entry } }, answers)
    },
  }
}
