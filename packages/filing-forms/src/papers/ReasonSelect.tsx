import { PaperReason, paperReasonWords } from '@icp/domain'
import { LabelledSelect, useSay } from '@icp/ui'
import { paperFormWords as words } from './words.js'

interface ReasonSelectProps {
  readonly id: string
  readonly value: PaperReason | ''
  readonly missing: boolean
  readonly onChange: (reason: PaperReason | '') => void
}

/** Why a provider changes what the owner brings. */
export function ReasonSelect({ id, value, missing, onChange }: ReasonSelectProps) {
  const say = useSay()
  return (
    <LabelledSelect
      id={id} label={say(words.reason)} hint={say(words.reasonHint)} required value={value} emptyText={say(words.chooseOne)} {...(missing ? { error: say(words.reasonMissing) } : {})}
      options={PaperReason.options.map((reason) => ({ value: reason, text: say(paperReasonWords(reason)) }))} onChange={(reason) => onChange(PaperReason.safeParse(reason).data ?? '')}
    />
  )
}
