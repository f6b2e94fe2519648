import type { ApiProblem } from '@icp/client'
import type { ErrorItem } from '@icp/ui'
import type { Bilingual } from '@icp/domain'

/**
 * The refusal as items for an error summary: one per finding, else its own sentence. `fieldIdOf` turns a finding's path into the id of the
 * input that shows it; '' for none.
 */
export function problemItems(problem: ApiProblem, say: (text: Bilingual) => string, fieldIdOf: (path: string) => string = (path) => path): ErrorItem[] {
  if (problem.findings.length === 0) return [{ fieldId: '', text: say(problem.text) }]
  return problem.findings.map((finding) => ({ fieldId: fieldIdOf(finding.path), text: say(finding.text) }))
}
