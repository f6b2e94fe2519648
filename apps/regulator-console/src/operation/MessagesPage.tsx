import { useAnswer } from '@icp/client'
import { Moment } from '@icp/filing-views'
import { BusyButton, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { SearchedList } from '../shared/SearchedList.js'
import { textQueryOf, textSearch } from '../shared/text-search.js'
import { useConsoleText } from '../text.js'
import { MessageStanding } from './MessageStanding.js'
import { WaysPanel } from './WaysPanel.js'

const messageSearch = textSearch.extend({ state: z.enum(['failed']).optional().catch(undefined) })

/** What left, or would leave, by SMS and mail. */
export function MessagesPage() {
  const t = useConsoleText()
  const search = messageSearch.parse(useSearch({ strict: false }))
  const { state } = search
  const list = useAnswer('listMessages', { query: { ...textQueryOf(search), ...(state ? { state } : {}) } }, { placeholderData: (previous) => previous, refetchInterval: 15_000 })
  return (
    <>
      <PageHeading
        lead={t('operation.messages.lead')}
        actions={(
          <BusyButton variant="outlined" busy={list.isRefetching} busyText={t('operation.messages.refreshing')} onClick={() => void list.refetch()}>
            {t('operation.messages.refresh')}
          </BusyButton>
        )}
      >
        {t('operation.messages.title')}
      </PageHeading>
      <WaysPanel failedOnly={state === 'failed'} />
      <SearchedList
        search={search} answer={list} rowKey={(row) => row.id}
        words={{
          search: t('operation.messages.search'), hint: t('operation.messages.searchHint'), go: t('operation.messages.go'), clear: t('operation.messages.clear'),
          caption: t('operation.messages.caption'), none: t(state ? 'operation.messages.noneFailed' : 'operation.messages.none'), noneMatch: t('operation.messages.noneMatch'),
          count: (total) => t('operation.messages.count', { total }),
        }}
        columns={[
          { id: 'at', heading: t('operation.messages.at'), main: true, cell: (row) => <Moment at={row.at} /> },
          { id: 'channel', heading: t('operation.messages.channel'), whole: true, cell: (row) => t(`operation.messages.channels.${row.channel}`) },
          { id: 'to', heading: t('operation.messages.to'), minWidth: 130, cell: (row) => row.to },
          {
            id: 'text', heading: t('operation.messages.text'), minWidth: 320,
            cell: (row) => <>{row.subject && <strong>{row.subject}</strong>}<Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{row.text}</Box></>,
          },
          { id: 'delivered', heading: t('operation.messages.delivered'), minWidth: 150, cell: (row) => <MessageStanding row={row} /> },
        ]}
      />
    </>
  )
}
