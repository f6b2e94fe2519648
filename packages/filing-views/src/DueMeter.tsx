import type { Due } from '@icp/contract'
import { DaysMeter, StatusMark, useFormat, useSay } from '@icp/ui'
import { filled, viewWords } from './words.js'

const tones = { neutral: 'progress', warn: 'warn', overdue: 'bad' } as const

/** The clock that runs: working days as cells, or the instant until which a confirmation or an answer is awaited. */
export function DueMeter({ due }: { readonly due: Due }) {
  const say = useSay()
  const format = useFormat()
  const day = format.day(due.at)
  const dueText = filled(say(due.tone === 'overdue' ? viewWords.overdueSince : viewWords.dueBy), { at: day })
  const until = due.what === 'agreement' ? viewWords.answerUntil : viewWords.windowUntil
  if (due.total === null) return <StatusMark tone={tones[due.tone]} text={filled(say(until), { at: format.dayAndTime(due.at) })} />
  return (
    <DaysMeter
      total={due.total} used={due.used ?? 0} tone={tones[due.tone]} label={say(due.what === 'review' ? viewWords.reviewDays : viewWords.providerDays)}
      valueText={filled(say(viewWords.daysUsed), { used: due.used ?? 0, total: due.total, left: due.left ?? 0 })}
      dueText={due.advisory ? format.aside(dueText, say(viewWords.expected)) : dueText}
      {...(due.provisional ? { provisionalText: say(viewWords.provisional) } : {})}
    />
  )
}
