import { Answered } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import { type DataColumn, DataRows, EmptyState, Pager } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next: string | null
}

export interface FilteredRowsProps<Row extends { readonly id: string }> {
  readonly answer: { readonly data: Page<Row> | undefined; readonly error: ApiProblem | null; readonly refetch: () => unknown; readonly isPlaceholderData: boolean }
  readonly columns: readonly DataColumn<Row>[]
  readonly caption: string
  readonly count: (total: number) => string
  readonly empty: string
  readonly noneMatch: string
  /** Present while something is filtered: takes the filters off. */
  readonly onClear?: (() => void) | undefined
  readonly trail: string | undefined
  readonly onPage: (trail: string | undefined) => void
}

/** Rows page by page, with their number, and a sentence where there is none. */
export function FilteredRows<Row extends { readonly id: string }>({ answer, columns, caption, count, empty, noneMatch, onClear, trail, onPage }: FilteredRowsProps<Row>) {
  const t = useConsoleText()
  return (
    <Answered answer={answer} rows={6}>
      {({ rows, total, next }) => (rows.length === 0
        ? <EmptyState text={onClear ? noneMatch : empty} {...(onClear ? { action: <Button variant="outlined" onClick={onClear}>{t('keeping.clear')}</Button> } : {})} />
        : (
          <>
            <Typography role="status" sx={{ color: 'text.secondary', mb: 1 }}>{count(total)}</Typography>
            <DataRows caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} busy={answer.isPlaceholderData} cardsBelow={900} />
            <Pager
              trail={trail ?? ''} next={next} onChange={(page) => onPage(page || undefined)}
              words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
            />
          </>
        ))}
    </Answered>
  )
}
