import type { Due } from '@icp/contract'
import type { Bilingual } from '@icp/domain'
import { StatusMark, tones, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { Moment } from './Moment.js'
import { filled, viewWords } from './words.js'

const words = {
  left: { zh: '剩余\u00a0{left}\u00a0个工作日', en: 'Working days left: {left}' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  until: { zh: '核验截止', en: 'Confirm by' },
  due: { zh: '截止 {day}', en: 'Due {day}' },
  none: { zh: '无期限', en: 'No due day' },
} satisfies Record<string, Bilingual>

const tone = { neutral: 'progress', warn: 'warn', overdue: 'bad' } as const

/** The running clock in the room of a table cell: days left as a small bar, the due day in digits. `urged`: whoever acts was silent for too long. */
export function DueCell({ due, urged = false }: { readonly due: Due | null; readonly urged?: boolean }) {
  const say = useSay()
  const format = useFormat()
  if (!due) return <Box component="span" sx={{ color: 'text.secondary' }}>{say(words.none)}</Box>
  const day = format.dateTime(due.at)
  if (due.total === null) return <Box component="span">{say(words.until)} <Moment at={due.at} /></Box>
  const used = Math.min(due.used ?? 0, due.total)
  const left = filled(say(words.left), { left: due.left ?? 0 })
  return (
    <Box sx={{ minWidth: 112 }}>
      {due.tone === 'overdue' ? <StatusMark tone="bad" text={say(words.overdue)} /> : <Box component="span" sx={{ fontWeight: 600, wordBreak: 'keep-all', overflowWrap: 'normal', color: tones[tone[due.tone]].word }}>{left}</Box>}
      <Box
        role="meter" aria-label={say(due.what === 'review' ? viewWords.reviewDays : viewWords.providerDays)} aria-valuemin={0} aria-valuemax={due.total} aria-valuenow={used}
        aria-valuetext={due.tone === 'overdue' ? say(words.overdue) : left}
        sx={{ height: 8, maxWidth: 132, border: 1, borderColor: 'text.secondary', borderRadius: '2px', my: 0.5, overflow: 'hidden', bgcolor: 'background.paper' }}
      >
        <Box sx={{ height: '100%', width: `${(used / due.total) * 100}%`, bgcolor: tones[tone[due.tone]].word }} />
      </Box>
      <Box component="span" sx={{ fontSize: '.88rem', color: 'text.secondary' }}>{due.provisional ? format.aside(filled(say(words.due), { day: day.slice(0, 10) }), say(viewWords.provisionalDay)) : filled(say(words.due), { day: day.slice(0, 10) })}</Box>
      {urged && <Box sx={{ mt: 0.5 }}><StatusMark tone="bad" text={say(viewWords.urged)} /></Box>}
    </Box>
  )
}
