import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { Attention } from '@icp/contract'
import { FilingKind, type FilingStatus } from '@icp/domain'
import { ExportButton, FilingFilters, isFiltered } from '@icp/filing-views'
import { EmptyState, PageHeading, Pager, type Shortcut, Shortcuts, stepFocus } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useShortcutWords } from '../shared/shortcut-words.js'
import { useConsoleText } from '../text.js'
import { type FilingSearch, filingSearch, queryOf } from './filing-search.js'
import { FilingTable } from '../shared/FilingTable.js'

export interface FilingListPageProps {
  readonly title: string
  readonly lead: string
  readonly none: string
  /** The one status of the list; left out, the reader chooses among `statuses`. */
  readonly status?: FilingStatus
  readonly statuses: readonly FilingStatus[]
  readonly attentions: readonly Attention[]
  readonly actions?: ReactNode
  readonly shortcuts?: readonly Shortcut[]
}

/** How often lists are asked for again, in milliseconds. */
const every = 15_000
const links = '[data-row-link]'

/** A list of filings whose filters and page stand in the address. */
export function FilingListPage({ title, lead, none, status, statuses, attentions, actions, shortcuts = [] }: FilingListPageProps) {
  const t = useConsoleText()
  const shortcutWords = useShortcutWords()
  const navigate = useNavigate()
  const search = filingSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listFilings', { query: queryOf(search, status) }, { placeholderData: (previous) => previous, refetchInterval: every })
  const go = (next: FilingSearch) => void navigate({ to: '.', search: next as never })
  return (
    <>
      <PageHeading
        lead={lead}
        actions={(
          <>
            <Shortcuts
              words={shortcutWords}
              items={[
                { key: 'j', text: t('filings.shortcuts.next'), run: () => stepFocus(links, 1) },
                { key: 'k', text: t('filings.shortcuts.previous'), run: () => stepFocus(links, -1) },
                { key: 'Enter', text: t('filings.shortcuts.enter') },
                ...shortcuts,
              ]}
            />
            {actions}
          </>
        )}
      >
        {title}
      </PageHeading>
      <FilingFilters search={search} onChange={go} statuses={statuses} kinds={FilingKind.options} attentions={attentions.map((value) => ({ value, text: t(`filings.attentions.${value}`) }))} />
      <Answered answer={list} rows={6}>
        {({ rows, total, next }) => (rows.length === 0
          ? (isFiltered(search) || search.page
            ? <EmptyState text={t('filings.noneMatch')} action={<Button variant="outlined" onClick={() => go({})}>{t('filings.clear')}</Button>} />
            : <EmptyState text={none} />)
          : (
            <>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
                <Typography role="status" sx={{ color: 'text.secondary' }}>{t('filings.count', { total })}</Typography>
                <ExportButton query={queryOf(search, status)} />
              </Box>
              <FilingTable rows={rows} as={status === undefined ? 'all' : 'queue'} busy={list.isPlaceholderData} />
              <Pager
                trail={search.page ?? ''} next={next} onChange={(page) => go({ ...search, page: page || undefined })}
                words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
              />
            </>
          ))}
      </Answered>
    </>
  )
}
