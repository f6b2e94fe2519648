import type { Bilingual } from '@icp/domain'
import { StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReturnRemark } from './return-remarks.js'
import { viewWords } from './words.js'

const words = {
  from: { zh: '管局退回意见', en: 'Returned by the administration' },
  changed: { zh: '退回后已修改', en: 'Changed since the return' },
  unchanged: { zh: '退回后尚未修改', en: 'Not changed since the return' },
} satisfies Record<string, Bilingual>

/** What the administration said of one field, and whether the field was changed since. */
export function ReturnRemarkNote({ remark }: { readonly remark: ReturnRemark }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Box sx={{ mt: 0.75, borderLeft: 3, borderColor: 'warning.main', pl: 1.25, fontSize: '.94rem' }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <strong>{say(words.from)}</strong>
        <StatusMark tone={remark.changedSince ? 'good' : 'warn'} text={say(remark.changedSince ? words.changed : words.unchanged)} />
      </Box>
      <div>{remark.reason}</div>
      {remark.suggestion && <div>{format.labelled(say(viewWords.suggestion), remark.suggestion)}</div>}
    </Box>
  )
}
