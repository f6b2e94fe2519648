import type { FilingView } from '@icp/contract'
import { type Bilingual, historyWord } from '@icp/domain'
import { Banner, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useActorName } from './use-actor-name.js'

const words = {
  title: { zh: '备案刚刚有变化', en: 'The filing was changed meanwhile' },
  kept: { zh: '页面仍显示您看过的内容；您填写的内容会保留。', en: 'This page still shows what you have read; what you typed is kept.' },
  show: { zh: '显示当前内容', en: 'Show the current state' },
} satisfies Record<string, Bilingual>

interface ChangedMeanwhileProps {
  readonly seen: FilingView
  /** Null when the change is known only from a refusal (409). */
  readonly newer: FilingView | null
  readonly onShow: () => void
  /** Why an act was refused because of it. */
  readonly why?: string
}

/** Says who changed the filing since it was read, and when, and offers the new state. */
export function ChangedMeanwhile({ seen, newer, onShow, why }: ChangedMeanwhileProps) {
  const say = useSay()
  const format = useFormat()
  const nameOf = useActorName()
  const events = newer?.history.slice(seen.history.length) ?? []
  return (
    <Banner tone="warn" live="status" title={say(words.title)} actions={<Button variant="outlined" onClick={onShow}>{say(words.show)}</Button>}>
      {why && <div>{why}</div>}
      {events.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {events.map((event) => (
            <li key={`${event.at}-${event.action}`}>
              {format.dateTime(event.at)} · {nameOf(event.by)} · {say(historyWord(event.action))}
            </li>
          ))}
        </Box>
      )}
      {say(words.kept)}
    </Banner>
  )
}
