/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- drawn as blocks, the elements lose the roles that are written out here */
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { ink, paper } from '../theme/palette.js'
import { visuallyHidden } from '../theme/visually-hidden.js'

export interface DataColumn<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names its row: a row header, and the heading of its card. */
  readonly main?: boolean
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean
  /** The cell's words stay on one line where the rows are a table. */
  readonly whole?: boolean
  /** The least width of the column in pixels, for words that may break anywhere, such as Chinese names. Not for cards. */
  readonly minWidth?: number
}

export interface DataRowsProps<Row> {
  /** Names the table; read out, and drawn when `captionShown`. */
  readonly caption: string
  readonly captionShown?: boolean
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Marks one row, such as the one that the keyboard is on. */
  readonly isCurrent?: (row: Row) => boolean
  /** The width in pixels under which rows become cards, 600 by default; 900 for tables of many columns. */
  readonly cardsBelow?: 600 | 900
  /** True while older rows are shown until newer ones arrive. */
  readonly busy?: boolean
}

/** Chinese words are not torn into single characters where a column is narrow. */
const whole = { wordBreak: 'keep-all', overflowWrap: 'normal' } as const

const asCards = (below: 600 | 900) => ({
  [`@media (max-width: ${below - 0.05}px)`]: {
    '& thead': visuallyHidden,
    '&, & caption, & tbody, & tr, & td, & th[scope=row]': { display: 'block', width: '100%' },
    '& tbody tr': { border: `1px solid ${paper.line}`, borderRadius: '4px', mb: 1.5, backgroundColor: paper.sheet, p: '6px 14px' },
    '& tbody td, & tbody th': { border: 0, p: '6px 0' },
    '& tbody td, & tbody th, & td.numeric': { textAlign: 'start' },
    '& tbody td::before': { content: 'attr(data-heading) / ""', display: 'block', color: 'text.secondary', fontSize: '.84rem' },
    '& tbody td.numeric': { textAlign: 'start' },
    '& tbody td:has(> .value:empty)': { display: 'none' },
  },
  // On a phone a value stands beside its heading, so that a card stays short.
  '@media (max-width: 479.95px)': {
    '& tbody td': { display: 'grid', gridTemplateColumns: 'minmax(76px, 32%) minmax(0, 1fr)', columnGap: '12px', alignItems: 'baseline', p: '4px 0' },
  },
  // Room for values beside each other.
  ...(below === 900 ? {
    '@media (min-width: 480px) and (max-width: 899.95px)': {
      '& tbody tr': { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))', columnGap: '16px' },
      '& tbody th[scope=row]': { gridColumn: '1 / -1' },
    },
  } : {}),
})

/**
 * A table for up to a few hundred rows. When there is no room for its columns every row becomes a card; the roles are written out because a table that is drawn as
 * blocks is no table to assistive technology any more.
 */
export function DataRows<Row>({ caption, captionShown = false, columns, rows, rowKey, isCurrent, cardsBelow = 600, busy = false }: DataRowsProps<Row>) {
  return (
    <Box sx={{ overflowX: { sm: 'auto' }, position: 'relative', mb: 3 }}>
      <Box
        component="table"
        role="table"
        aria-busy={busy || undefined}
        sx={{
          width: '100%', borderCollapse: 'collapse', opacity: busy ? 0.75 : 1,
          '& caption': captionShown ? { textAlign: 'start', fontWeight: 600, pb: 1 } : visuallyHidden,
          '& th, & td': { p: { xs: '10px 14px', sm: '10px 9px', lg: '10px 12px' }, textAlign: 'start', verticalAlign: 'top', borderBottom: `1px solid ${paper.line}`, fontWeight: 400 },
          // Whole words make the columns; only what is wider than its column is broken, not every word to the width of a letter.
          [`@media (min-width: ${cardsBelow}px)`]: { '& th, & td': { overflowWrap: 'break-word' }, '& tbody .whole': { whiteSpace: 'nowrap' } },
          '& thead th': { ...whole, backgroundColor: paper.shade, color: 'text.secondary', fontWeight: 600, fontSize: '.9rem' },
          '& tbody th': { fontWeight: 600 },
          '& tbody tr': { backgroundColor: paper.sheet },
          '& tbody tr:hover': { backgroundColor: ink.wash },
          '& tbody tr[aria-current=true]': { boxShadow: `inset 4px 0 0 ${ink.main}`, backgroundColor: ink.wash },
          '& .numeric': { textAlign: 'end' },
          '& td:not(.whole) > .value > span': { ...whole, whiteSpace: 'normal' },
          ...asCards(cardsBelow),
        }}
      >
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} scope="col" role="columnheader" className={column.numeric ? 'numeric' : ''}>
                {column.heading}
                {column.minWidth !== undefined && <Box aria-hidden="true" sx={{ width: column.minWidth, height: 0 }} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" aria-current={isCurrent?.(row) ? true : undefined}>
              {columns.map((column) => (column.main
                ? <th key={column.id} scope="row" role="rowheader" className={column.whole ? 'whole' : ''}>{column.cell(row)}</th>
                : <td key={column.id} role="cell" data-heading={column.heading} className={[column.numeric ? 'numeric' : '', column.whole ? 'whole' : ''].join(' ').trim()}><div className="value">{column.cell(row)}</div></td>))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
