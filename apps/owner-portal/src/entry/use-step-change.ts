import { useNavigate } from '@tanstack/react-router'
import { draftSearch, type EntryStep, stepPaths } from '../shared/draft-path.js'
import { useDraft } from './use-draft.js'

/** Goes to another step of the same draft. */
export function useStepChange() {
  const navigate = useNavigate()
  const draft = useDraft()
  return (step: EntryStep, replace = false) => void navigate({ to: stepPaths[step], search: draftSearch(draft) as never, replace })
}
