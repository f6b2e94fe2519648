import { RulesPage, useKnownRuleData } from '@icp/filing-views'
import { useNavigate, useSearch } from '@tanstack/react-router'

/** The rules of filings, with what was published of them, at an address that says what was looked for. */
export function FilingRulesPage() {
  useKnownRuleData()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  return <RulesPage query={q} onQuery={(next) => void navigate({ to: '.', search: (next === '' ? {} : { q: next }) as never, replace: true })} />
}
