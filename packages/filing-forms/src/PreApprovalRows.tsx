import { type PreApproval, shanghaiDay, standingCodes } from '@icp/domain'
import { useRuleData, useSay } from '@icp/filing-views'
import { FieldGroup, type FieldWords, LabelledSelect, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { useFocusAfterChange } from './use-focus-after-change.js'
import { formWords } from './words.js'

interface PreApprovalRowsProps extends FieldWords {
  readonly value: readonly PreApproval[]
  readonly onChange: (rows: PreApproval[]) => void
  readonly onBlur: () => void
}

/** The items that need an approval, each with the number of its paper. */
export function PreApprovalRows({ value, onChange, onBlur, ...words }: PreApprovalRowsProps) {
  const say = useSay()
  const items = standingCodes(useRuleData(), 'preApprovalItems', shanghaiDay(new Date().toISOString()))
  const box = useRef<HTMLDivElement>(null)
  const focusOn = useFocusAfterChange(box)
  const rows = value.length > 0 ? value : [{ item: '', approvalNumber: '' }]
  const put = (index: number, change: Partial<PreApproval>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  const nth = (index: number) => (rows.length > 1 ? ` ${index + 1}` : '')
  return (
    <FieldGroup {...words}>
      <Box ref={box} sx={{ display: 'grid', gap: 2 }}>
        {rows.map((row, index) => (
          <Box key={index} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr auto' }, alignItems: 'end' }}>
            <LabelledSelect
              id={`${words.id}-${index}-item`} label={`${say(formWords.item)}${nth(index)}`} value={row.item} emptyText={say(formWords.choose)} onBlur={onBlur}
              options={items.filter((item) => item.offered || item.row.id === row.item).map((item) => ({ value: item.row.id, text: say(item.row) }))} onChange={(item) => put(index, { item })} disabled={Boolean(words.disabled)}
            />
            <LabelledText
              id={`${words.id}-${index}-number`} label={`${say(formWords.approvalNumber)}${nth(index)}`} value={row.approvalNumber} maxLength={512} onBlur={onBlur}
              onChange={(approvalNumber) => put(index, { approvalNumber })} disabled={Boolean(words.disabled)}
            />
            {rows.length > 1 && (
              <Button variant="text" color="error" aria-label={`${say(formWords.remove)}${nth(index)}`} disabled={Boolean(words.disabled)} onClick={() => { focusOn('select'); onChange(rows.filter((_row, at) => at !== index)) }}>
                {say(formWords.remove)}
              </Button>
            )}
          </Box>
        ))}
        <Box>
          <Button variant="outlined" size="small" disabled={Boolean(words.disabled)} onClick={() => { focusOn(`#${words.id}-${rows.length}-item`); onChange([...rows, { item: '', approvalNumber: '' }]) }}>
            {say(formWords.addApproval)}
          </Button>
        </Box>
      </Box>
    </FieldGroup>
  )
}
