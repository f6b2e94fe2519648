import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { accountNameShown } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { DataRows, EmptyState, PageHeading, Pager, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useConsoleText } from '../text.js'
import { auditQueryOf, auditSearch } from './audit-search.js'
import { Code, EntryDetail } from './EntryDetail.js'
import { SearchFields } from './SearchFields.js'
import { useActionName, useRoleName } from './use-names.js'

/** Who did what, when: entries hold ids, statuses and field paths, never personal data. */
export function EntriesPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const nameOf = useActionName()
  const roleOf = useRoleName()
  const search = auditSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('searchAuditEntries', { query: auditQueryOf(search) }, { placeholderData: (previous) => previous })
  const go = (next: object) => void navigate({ to: '.', search: next as never })
  const { page: _, ...asked } = search
  return (
    <>
      <PageHeading lead={t('audit.entries.lead')}>{t('audit.entries.title')}</PageHeading>
      <SearchFields
        values={asked} onSearch={go} words={{ go: t('audit.entries.go'), clear: t('audit.entries.clear') }}
        fields={[
          { name: 'actor', label: t('audit.entries.actor'), hint: t('audit.entries.actorHint') },
          { name: 'object', label: t('audit.entries.object'), hint: t('audit.entries.objectHint') },
          { name: 'action', label: t('audit.entries.action'), hint: t('audit.entries.actionHint') },
          { name: 'from', label: t('audit.entries.from'), type: 'date' },
          { name: 'to', label: t('audit.entries.to'), type: 'date' },
        ]}
      />
      <Answered answer={list} rows={8}>
        {({ rows, next }) => (rows.length === 0
          ? <EmptyState text={t('audit.entries.none')} action={<Button variant="outlined" onClick={() => go({})}>{t('audit.entries.clear')}</Button>} />
          : (
            <>
              <DataRows
                caption={t('audit.entries.title')} rows={rows} rowKey={(row) => `${row.chain}#${row.position}`} busy={list.isPlaceholderData} cardsBelow={900}
                columns={[
                  { id: 'at', heading: t('audit.entries.at'), main: true, cell: (row) => <Moment at={row.at} /> },
                  { id: 'who', heading: t('audit.entries.who'), minWidth: 110, cell: (row) => <>{roleOf(row.role)}{row.userName && <Box sx={{ overflowWrap: 'anywhere' }}>{say(accountNameShown(row.userName))}</Box>}</> },
                  { id: 'what', heading: t('audit.entries.what'), minWidth: 120, cell: (row) => <>{nameOf(row.action)}<Box component="code" sx={{ display: 'block', fontSize: '.8rem', overflowWrap: 'anywhere' }}>{row.action}</Box></> },
                  { id: 'object', heading: t('audit.entries.about'), minWidth: 150, cell: (row) => <Code>{row.objectType}:{row.objectId}</Code> },
                  { id: 'detail', heading: t('audit.entries.detail'), minWidth: 150, cell: (row) => <EntryDetail detail={row.detail} /> },
                  { id: 'sequence', heading: t('audit.entries.sequence'), numeric: true, cell: (row) => (row.sequence === null ? t('audit.entries.waiting') : String(row.sequence)) },
                ]}
              />
              <Pager
                trail={search.page ?? ''} next={next} onChange={(page) => go({ ...asked, page: page || undefined })}
                words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
              />
            </>
          ))}
      </Answered>
    </>
  )
}
