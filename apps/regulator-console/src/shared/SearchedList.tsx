import { Answered } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import { type DataColumn, DataRows, EmptyState, LabelledText, Pager } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useConsoleText } from '../text.js'
import type { TextSearch } from './text-search.js'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next: string | null
}

interface SearchedListProps<Row> {
  readonly search: TextSearch
  readonly answer: { readonly data: Page<Row> | undefined; readonly error: ApiProblem | null; readonly refetch: () => unknown; readonly isPlaceholderData: boolean }
  readonly words: {
    readonly search: string; readonly hint: string; readonly go: string; readonly clear: string; readonly caption: string; readonly none: string; readonly noneMatch: string
    readonly count: (total: number) => string
  }
  readonly columns: readonly DataColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** Keeps what is searched out of the address: for lists that are searched by personal data. */
  readonly onSearch?: (next: TextSearch) => void
}

/** A search box over a table; what is searched and the page stand in the address, unless the page keeps them itself. */
export function SearchedList<Row>({ search, answer, words, columns, rowKey, onSearch }: SearchedListProps<Row>) {
  const t = useConsoleText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  const go = onSearch ?? ((next: TextSearch) => void navigate({ to: '.', search: next as never }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go({ q: typed.trim() || undefined })
  }
  return (
    <>
      <Box component="form" role="search" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap', mb: 3 }}>
        <Box sx={{ flex: '1 1 260px', maxWidth: 520 }}>
          <LabelledText id="list-search" type="search" label={words.search} hint={words.hint} value={typed} onChange={setTyped} maxLength={100} spellCheck={false} />
        </Box>
        <Button type="submit" variant="outlined">{words.go}</Button>
        {search.q && <Button variant="text" onClick={() => go({})}>{words.clear}</Button>}
      </Box>
      <Answered answer={answer} rows={6}>
        {({ rows, total, next }) => (rows.length === 0
          ? <EmptyState text={search.q ? words.noneMatch : words.none} {...(search.q ? { action: <Button variant="outlined" onClick={() => go({})}>{words.clear}</Button> } : {})} />
          : (
            <>
              <Typography role="status" sx={{ color: 'text.secondary', mb: 1 }}>{words.count(total)}</Typography>
              <DataRows caption={words.caption} rows={rows} rowKey={rowKey} columns={columns} busy={answer.isPlaceholderData} cardsBelow={900} />
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
