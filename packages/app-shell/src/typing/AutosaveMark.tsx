import { SaveMark, useFormat, useSay } from '@icp/ui'
import { useShellText } from '../language/use-text.js'
import type { Autosave } from './use-autosave.js'

export interface AutosaveMarkProps {
  readonly autosave: Pick<Autosave, 'state' | 'savedAt' | 'problem'>
  /** When the draft was saved before this page was opened, ISO 8601; shown until the first save here. */
  readonly earlier?: string
}

/** "Saved 14:02", "Saving…", or why it is not saved. */
export function AutosaveMark({ autosave, earlier }: AutosaveMarkProps) {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const { state, problem } = autosave
  const at = autosave.savedAt ?? earlier
  if (state === 'saving') return <SaveMark state="saving" text={t('saved.saving')} />
  if (state === 'failed') {
    const refused = problem && problem.status >= 400 && problem.status < 500 && problem.status !== 401 && problem.status !== 429
    return <SaveMark state="failed" text={refused ? t('saved.refused', { why: say(problem.text) }) : t('saved.failed')} />
  }
  return <SaveMark state={at === undefined ? 'idle' : 'saved'} text={at === undefined ? '' : t('saved.at', { time: format.time(at) })} />
}
