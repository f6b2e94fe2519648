import type { FilingRow } from '@icp/contract'
import { kindWords } from '@icp/domain'
import { type DataColumn, DataRows, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { DueCell } from './DueCell.js'
import { listWords } from './list-words.js'
import { Moment } from './Moment.js'
import { StatusChip } from './StatusChip.js'
import { filled } from './words.js'

type Column = 'websites' | 'status' | 'providers' | 'since' | 'due'

export interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  /** After number, kind and owner. */
  readonly columns: readonly Column[]
  /** What the instant of `since` means in this list. */
  readonly since: string
  /** The link to the filing; what the keyboard steps over. */
  readonly link: (row: FilingRow) => ReactNode
  readonly busy: boolean
}

const aside = { color: 'text.secondary', fontSize: '.9rem', fontWeight: 400 } as const

/** Rows of filings; where there is no room for columns, cards. */
export function FilingTable({ rows, columns, since, link, busy }: FilingTableProps) {
  const say = useSay()
  const format = useFormat()
  // All columns side by side are wider than the page: the instant of the status then stands under it.
  const folded = columns.includes('status') && columns.includes('providers') && columns.includes('since')
  const all: Readonly<Record<Column, DataColumn<FilingRow>>> = {
    websites: {
      id: 'websites', heading: say(listWords.websites), minWidth: 150,
      cell: ({ services }) => (
        <>
          {services.slice(0, 2).map((service) => <Box key={`${service.name} ${service.domain}`} sx={{ mb: 0.5 }}>{service.name}<Box sx={aside}>{service.domain}</Box></Box>)}
          {services.length > 2 && <Box sx={aside}>{filled(say(listWords.moreWebsites), { n: services.length })}</Box>}
        </>
      ),
    },
    status: {
      id: 'status', heading: say(listWords.status), minWidth: 112,
      cell: (row) => (
        <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start', '& > span': { whiteSpace: 'normal', wordBreak: 'keep-all' } }}>
          <StatusChip status={row.status} />
          {folded && <Box sx={aside}>{since} <Moment at={row.statusSince} /></Box>}
          {row.openRequests > 0 && <StatusMark tone="warn" text={filled(say(listWords.openRequests), { n: row.openRequests })} />}
        </Box>
      ),
    },
    providers: { id: 'providers', heading: say(listWords.providers), minWidth: 104, cell: (row) => format.list(row.providers.map((provider) => provider.name)) },
    since: { id: 'since', heading: since, cell: (row) => <Moment at={row.statusSince} /> },
    due: { id: 'due', heading: say(listWords.due), cell: (row) => <DueCell due={row.due} urged={row.urgedAt !== undefined} /> },
  }
  return (
    <DataRows
      caption={say(listWords.caption)} rows={rows} rowKey={(row) => row.id} busy={busy} cardsBelow={900}
      columns={[
        {
          id: 'reference', heading: say(listWords.reference), main: true,
          cell: (row) => <><Box component="span" sx={{ whiteSpace: 'nowrap' }}>{link(row)}</Box><Box sx={aside}>{say(kindWords[row.kind])}</Box></>,
        },
        { id: 'subject', heading: say(listWords.subject), minWidth: 120, cell: (row) => row.subjectName },
        ...columns.filter((column) => column !== 'since' || !folded).map((column) => all[column]),
      ]}
    />
  )
}
