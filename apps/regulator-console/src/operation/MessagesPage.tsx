import { useAnswer } from '@icp/client'
import { Moment } from '@icp/filing-views'
import { BusyButton, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { SearchedList } from '../shared/SearchedList.js'
import { textQueryOf, type TextSearch } from '../shared/text-search.js'
import { useConsoleText } from '../text.js'
import { messageSearch } from './message-search.js'
import { MessageStanding } from './MessageStanding.js'
import { useRevealedMessages } from './use-revealed-messages.js'
import { WaysPanel } from './WaysPanel.js'

/** What left, or would leave, by SMS and mail. */
export function MessagesPage() {
  const t = useConsoleText()
  const { state } = messageSearch.parse(useSearch({ strict: false }))
  const [searched, setSearched] = useState<{ readonly in: typeof state; readonly by: TextSearch }>({ in: state, by: {} })
  // The trail of pages belongs to one list; whom it is for is kept.
  const search = searched.in === state ? searched.by : { q: searched.by.q }
  const { q, cursor } = textQueryOf(search)
  const revealed = useRevealedMessages()
  const list = useAnswer('listMessages', { body: { ...(q ? { recipient: q } : {}), ...(cursor ? { cursor } : {}), ...(state ? { state } : {}) } }, {
    placeholderData: (previous) => previous,
    // Each look at the list is written down, so it is looked at again only while something in it is on its way.
    refetchInterval: ({ state: { data } }) => (data?.rows.some((row) => row.state === 'waiting') ? 15_000 : false),
  })
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
        search={search} onSearch={(by) => setSearched({ in: state, by })} answer={list} rowKey={(row) => row.id}
        words={{
          search: t('operation.messages.search'), hint: t('operation.messages.searchHint'), go: t('operation.messages.go'), clear: t('operation.messages.clear'),
          caption: t('operation.messages.caption'), none: t(state ? 'operation.messages.noneFailed' : 'operation.messages.none'), noneMatch: t('operation.messages.noneMatch'),
          count: (total) => t('operation.messages.count', { total }),
        }}
        columns={[
          { id: 'at', heading: t('operation.messages.at'), main: true, cell: (row) => <Moment at={row.at} /> },
          { id: 'channel', heading: t('operation.messages.channel'), whole: true, cell: (row) => t(`operation.messages.channels.${row.channel}`) },
          { id: 'to', heading: t('operation.messages.to'), minWidth: 150, cell: (row) => <Box sx={{ overflowWrap: 'anywhere' }}>{revealed.of(row.id)?.to ?? row.to}</Box> },
          {
            id: 'text', heading: t('operation.messages.text'), minWidth: 320,
            cell: (row) => {
              const clear = revealed.of(row.id)
              const { subject, text } = clear ?? row
              return (
                <>
                  {subject && <strong>{subject}</strong>}
                  <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text}</Box>
                  <Button
                    variant="text" size="small" sx={{ mt: 0.5, ml: -0.75 }} aria-label={t(clear ? 'operation.messages.hideOf' : 'operation.messages.revealOf', { to: row.to })}
                    onClick={() => revealed.toggle(row)}
                  >
                    {t(clear ? 'operation.messages.hide' : 'operation.messages.reveal')}
                  </Button>
                </>
              )
            },
          },
          { id: 'delivered', heading: t('operation.messages.delivered'), minWidth: 150, cell: (row) => <MessageStanding row={row} /> },
        ]}
      />
      {revealed.window}
    </>
  )
}
