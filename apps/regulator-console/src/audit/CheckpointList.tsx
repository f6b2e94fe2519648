import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { Moment } from '@icp/filing-views'
import { cursorAt, DataRows, EmptyState, Pager, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'

/** What was signed about the audit, newest first. */
export function CheckpointList() {
  const t = useConsoleText()
  const [trail, setTrail] = useState('')
  const cursor = cursorAt(trail)
  const list = useAnswer('listCheckpoints', { query: cursor ? { cursor } : {} }, { placeholderData: (previous) => previous })
  return (
    <Panel title={t('audit.checkpoints.title')}>
      <Typography sx={{ mb: 2 }}>{t('audit.checkpoints.lead')}</Typography>
      <Answered answer={list} rows={4}>
        {({ rows, next }) => (rows.length === 0 ? <EmptyState text={t('audit.checkpoints.none')} /> : (
          <>
            <DataRows
              caption={t('audit.checkpoints.title')} rows={rows} rowKey={(row) => String(row.number)} busy={list.isPlaceholderData} cardsBelow={900}
              columns={[
                { id: 'number', heading: t('audit.checkpoints.number'), main: true, cell: (row) => String(row.number) },
                { id: 'at', heading: t('audit.checkpoints.at'), cell: (row) => <Moment at={row.at} /> },
                { id: 'size', heading: t('audit.checkpoints.size'), numeric: true, cell: (row) => String(row.size) },
                { id: 'root', heading: t('audit.checkpoints.root'), minWidth: 260, cell: (row) => <Box component="code" sx={{ overflowWrap: 'anywhere' }}>{row.root}</Box> },
                { id: 'key', heading: t('audit.checkpoints.key'), cell: (row) => <code>{row.keyId}</code> },
              ]}
            />
            <Pager
              trail={trail} next={next} onChange={setTrail}
              words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
            />
          </>
        ))}
      </Answered>
    </Panel>
  )
}
