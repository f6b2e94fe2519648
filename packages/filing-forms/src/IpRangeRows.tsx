import { type IpRange, normaliseIp } from '@icp/domain'
import { FieldGroup, type FieldWords, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { useSay } from '@icp/filing-views'
import { useFocusAfterChange } from './use-focus-after-change.js'
import { formWords } from './words.js'

interface IpRangeRowsProps extends FieldWords {
  readonly value: readonly IpRange[]
  readonly onChange: (ranges: IpRange[]) => void
  readonly onBlur: () => void
}

/** Start and end of each range. Leaving the start fills an empty end with the same address: most ranges are one address. */
export function IpRangeRows({ value, onChange, onBlur, ...words }: IpRangeRowsProps) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const ranges = value.length > 0 ? value : [{ from: '', to: '' }]
  const put = (index: number, change: Partial<IpRange>) => onChange(ranges.map((range, at) => (at === index ? { ...range, ...change } : range)))
  const leave = (index: number, end: keyof IpRange) => {
    const range = ranges[index]
    if (!range) return
    const tidy = normaliseIp(range[end])
    const change = { [end]: tidy, ...(end === 'from' && range.to === '' ? { to: tidy } : {}) }
    if (Object.entries(change).some(([key, text]) => range[key as keyof IpRange] !== text)) put(index, change)
    onBlur()
  }
  const focusOn = useFocusAfterChange(box)
  const input = (index: number, end: keyof IpRange, label: string) => (
    <LabelledText
      id={`${words.id}-${index}-${end}`} label={`${label}${ranges.length > 1 ? ` ${index + 1}` : ''}`} value={ranges[index]?.[end] ?? ''}
      onChange={(text) => put(index, { [end]: text })} onBlur={() => leave(index, end)} inputMode="text" maxLength={45} spellCheck={false} disabled={Boolean(words.disabled)}
    />
  )
  return (
    <FieldGroup {...words}>
      <Box ref={box} sx={{ display: 'grid', gap: 2 }}>
        {ranges.map((_, index) => (
          <Box key={index} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr auto' }, alignItems: 'end' }}>
            {input(index, 'from', say(formWords.ipFrom))}
            {input(index, 'to', say(formWords.ipTo))}
            {ranges.length > 1 && (
              <Button
                variant="text" color="error" aria-label={`${say(formWords.remove)} ${index + 1}`} disabled={Boolean(words.disabled)}
                onClick={() => { focusOn('input'); onChange(ranges.filter((_range, at) => at !== index)) }}
              >
                {say(formWords.remove)}
              </Button>
            )}
          </Box>
        ))}
        <Box>
          <Button
            variant="outlined" size="small" disabled={Boolean(words.disabled)}
            onClick={() => { focusOn(`#${words.id}-${ranges.length}-from`); onChange([...ranges, { from: '', to: '' }]) }}
          >
            {say(formWords.addRange)}
          </Button>
        </Box>
      </Box>
    </FieldGroup>
  )
}
