import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { visuallyHidden } from '../theme/visually-hidden.js'
import { useLater } from './use-later.js'

export interface LoadingRowsProps {
  /** What is read out, such as "Loading". */
  readonly label: string
  /** 3 by default. */
  readonly rows?: number
}

/** Grey rows where the answer will stand, drawn only when it takes longer than 200 ms, so that quick answers do not flicker. */
export function LoadingRows({ label, rows = 3 }: LoadingRowsProps) {
  const late = useLater(200)
  return (
    <Box aria-busy="true" role="status" sx={{ minHeight: rows * 52 }}>
      {late && (
        <>
          <Box component="span" sx={visuallyHidden}>{label}</Box>
          {Array.from({ length: rows }, (_, row) => <Skeleton key={row} variant="rounded" height={40} sx={{ mb: 1.5 }} />)}
        </>
      )}
    </Box>
  )
}
