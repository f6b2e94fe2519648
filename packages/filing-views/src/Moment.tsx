import { useFormat } from '@icp/ui'
import Box from '@mui/material/Box'

/** An instant in the room of a table cell: day and time, neither of them broken. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormat()
  const whole = { whiteSpace: 'nowrap' } as const
  return <time dateTime={at}><Box component="span" sx={whole}>{format.isoDay(at)}</Box> <Box component="span" sx={whole}>{format.time(at)}</Box></time>
}
