import { PaperPlaces, type PaperPlacesProps } from '@icp/filing-views'
import { useSay } from '@icp/ui'
import { EditablePlace } from './EditablePlace.js'
import { TakeAwayButton } from './TakeAwayButton.js'

interface PapersFormProps extends Omit<PaperPlacesProps, 'placeOf' | 'besideStray'> {
  /** After a change, with the version that the filing then has. */
  readonly onChanged?: (version: number) => void
}

/** The papers of a filing, each place open to whom the API says that it may change it. */
export function PapersForm({ onChanged, ...shown }: PapersFormProps) {
  const say = useSay()
  const { content, filingId } = shown
  const province = content.form === 'registration' ? content.subject.province : ''
  const told = { isKept: shown.version !== undefined, ...(onChanged ? { onChanged } : {}) }
  return (
    <PaperPlaces
      {...shown} placeOf={(place, { mostBytesBefore }, again) => <EditablePlace {...place} onConflict={again} mostBefore={mostBytesBefore} province={province} {...told} />}
      besideStray={({ paper, title, mayTakeAway, asksReason }) => (mayTakeAway ? <TakeAwayButton filingId={filingId} paperId={paper.id} name={say(title)} asksReason={asksReason} {...told} /> : null)}
    />
  )
}
