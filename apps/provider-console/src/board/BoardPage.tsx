import { Answered, useMe } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { Figures } from '@icp/contract'
import { EmptyState, KeyFigures, PageHeading, Panel, Shortcuts, type Tone } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link, useNavigate } from '@tanstack/react-router'
import { paths, queueLink } from '../paths.js'
import { useShortcutWords } from '../shared/shortcut-words.js'
import { useConsoleText } from '../text.js'
import { RecentFilings } from './RecentFilings.js'

type FigureName = 'waiting' | 'requests' | 'returned' | 'confirmation' | 'review' | 'overdue'

/** What waits for this provider, as numbers that lead to their lists; and what happened lately. */
export function BoardPage() {
  const t = useConsoleText()
  const shortcutWords = useShortcutWords()
  const navigate = useNavigate()
  const me = useMe()
  const figures = useAnswer('getFigures', {}, { refetchInterval: 15_000 })
  const tile = (id: FigureName, value: number, tone: Tone, search: Parameters<typeof queueLink>[0]) =>
    ({ id, label: t(`board.${id}`), hint: t(`board.${id}Hint`), value, tone, to: queueLink(search) })
  const tiles = ({ statuses, attention }: Figures) => [
    tile('waiting', attention.waiting, 'progress', { attention: 'waiting' }),
    tile('requests', attention['open-requests'], 'warn', { attention: 'open-requests' }),
    tile('returned', statuses.returned, 'bad', { status: 'returned' }),
    tile('confirmation', statuses['awaiting-confirmation'], 'warn', { status: 'awaiting-confirmation' }),
    tile('review', statuses['in-review'], 'progress', { status: 'in-review' }),
    tile('overdue', attention.overdue, 'bad', { attention: 'overdue' }),
  ]
  return (
    <>
      <PageHeading
        lead={t('board.lead', { provider: me.provider?.name ?? '' })}
        actions={(
          <Shortcuts
            words={shortcutWords}
            items={[{ key: 'q', text: t('filings.shortcuts.queue'), run: () => void navigate({ to: paths.queue }) }]}
          />
        )}
      >
        {t('board.title')}
      </PageHeading>
      <Answered answer={figures} rows={2}>
        {(data) => (
          <>
            <KeyFigures label={t('board.figures')} link={Link} figures={tiles(data)} />
            {data.attention.waiting === 0 && data.attention['open-requests'] === 0
              ? <EmptyState text={Object.values(data.statuses).every((count) => count === 0) ? t('board.nothingEver') : t('board.nothing')} />
              : <Button variant="contained" component={Link} {...queueLink({ attention: 'waiting' })} sx={{ mb: 3 }}>{t('board.toQueue')}</Button>}
          </>
        )}
      </Answered>
      <Panel title={t('board.lately')}><RecentFilings /></Panel>
    </>
  )
}
