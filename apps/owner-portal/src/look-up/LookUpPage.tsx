import { Answered, useText } from '@icp/app-shell'
import { answerKey, useAnswer } from '@icp/client'
import { CardList, EmptyState, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryBox } from '../shared/QueryBox.js'
import { paths } from '../paths.js'
import { RecordFacts } from './RecordFacts.js'

/** The public register by domain, number or name. A refusal for too many queries is never shown as "not filed". */
export function LookUpPage() {
  const t = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const ask = (next: string) => {
    // The same words once more, such as after a refusal, are asked anew.
    if (next === q) void queries.invalidateQueries({ queryKey: answerKey('lookUp') })
    else void navigate({ to: paths.lookUp, search: { q: next } as never })
  }
  return (
    <>
      <PageHeading lead={t('lookUp.lead')}>{t('lookUp.title')}</PageHeading>
      <QueryBox primary initial={q} onQuery={ask} />
      <Box sx={{ mt: 4 }}>{q !== '' && <Hits key={q} q={q} />}</Box>
    </>
  )
}

/** What was found, how the words were read, page by page. */
function Hits({ q }: { readonly q: string }) {
  const t = useText()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const cursor = cursors.at(-1)
  const found = useAnswer('lookUp', { query: { q, ...(cursor ? { cursor } : {}) } }, { retry: false })
  return (
    <Answered answer={found}>
      {({ read, rows, next }) => (
        <>
          <Typography role="status" sx={{ mb: 2, color: 'text.secondary' }}>{t(`lookUp.read.${read.as}`, { text: read.text })}</Typography>
          {rows.length === 0
            ? <EmptyState text={t('lookUp.none', { text: read.text })} />
            : <CardList label={t('lookUp.results')} items={rows} itemKey={(record) => record.serviceNumber}>{(record) => <RecordFacts record={record} />}</CardList>}
          {(cursors.length > 0 || next) && (
            <Box sx={{ display: 'flex', gap: 1.5 }}>
              <Button variant="outlined" disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>{t('lookUp.back')}</Button>
              <Button variant="outlined" disabled={!next} onClick={() => next && setCursors([...cursors, next])}>{t('lookUp.more')}</Button>
            </Box>
          )}
        </>
      )}
    </Answered>
  )
}
