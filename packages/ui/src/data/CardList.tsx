import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'

export interface CardListProps<Item> {
  /** Names the list. */
  readonly label: string
  readonly items: readonly Item[]
  readonly itemKey: (item: Item) => string
  readonly children: (item: Item) => ReactNode
}

/** Cards under each other, as a list that says how many there are. */
export const CardList = <Item,>({ label, items, itemKey, children }: CardListProps<Item>) => (
  <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, mb: 3 }}>
    {items.map((item) => <Paper key={itemKey(item)} component="li" variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, boxShadow: 1, minWidth: 0, '& > *:last-child': { mb: 0 } }}>{children(item)}</Paper>)}
  </Box>
)
