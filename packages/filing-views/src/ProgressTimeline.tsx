import type { FilingView } from '@icp/contract'
import { type Stage, statusFaces, timelineOf } from '@icp/domain'
import Box from '@mui/material/Box'
import { Timeline, type TimelineItem, useFormat, useSay } from '@icp/ui'
import { DueMeter } from './DueMeter.js'
import { useActorName } from './use-actor-name.js'
import { filled, viewWords } from './words.js'

const states: Readonly<Record<Stage['state'], { state: TimelineItem['state']; word: 'done' | 'current' | 'ahead' | 'sentBack' | 'ended' }>> = {
  done: { state: 'done', word: 'done' }, current: { state: 'current', word: 'current' }, ahead: { state: 'future', word: 'ahead' },
  'sent-back': { state: 'returned', word: 'sentBack' }, ended: { state: 'stopped', word: 'ended' },
}

type TimelineFiling = Pick<FilingView, 'history' | 'kind' | 'status' | 'due'>

/** All stages of a filing: what was done when, by whom and how long it took; what runs now and until when; what is ahead. */
export function ProgressTimeline({ filing, now }: { readonly filing: TimelineFiling; readonly now: string }) {
  const say = useSay()
  const format = useFormat()
  const nameOf = useActorName()
  const timeline = timelineOf(filing.history, filing, now)
  const items = timeline.stages.map((stage, index): TimelineItem => {
    const { state, word } = states[stage.state]
    const when = [
      stage.until ? format.dayAndTime(stage.until) : '',
      stage.by ? nameOf(stage.by) : '',
      stage.duration === null || stage.key === 'decided' ? '' : `${say(stage.state === 'current' ? viewWords.since : viewWords.took)} ${format.span(stage.duration)}`,
    ].filter(Boolean).join(' · ')
    return {
      id: `${stage.key}-${stage.round}-${index}`,
      title: stage.round > 1 ? format.aside(say(stage.label), filled(say(viewWords.round), { n: stage.round })) : say(stage.label),
      state, stateText: say(viewWords[word]),
      ...(when ? { when } : {}),
      ...(stage.state === 'current' ? { detail: <Box sx={{ mt: 0.75 }}>{filing.due ? <DueMeter due={filing.due} /> : say(statusFaces[filing.status].word)}</Box> } : {}),
    }
  })
  return <Timeline items={items} label={say(viewWords.stages)} />
}
