import { paperRules } from '@icp/domain'
import { FindingText, filled, RuleLink } from '@icp/filing-views'
import { useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import type { Prepared, ReadyPicture } from './prepare-picture.js'
import { paperFormWords as words } from './words.js'

/** Why a file is not sent, before it is. */
export function PaperRefused({ prepared }: { readonly prepared: Exclude<Prepared, ReadyPicture> }) {
  const say = useSay()
  const format = useFormat()
  const megabytes = (bytes: number) => format.number(Math.ceil(bytes / 1024 / 102.4) / 10)
  return (
    <Box role="alert" sx={{ color: 'error.main', fontWeight: 600, mt: 1 }}>
      {prepared.kind === 'too-large'
        ? <>{filled(say(words.tooLarge), { megabytes: megabytes(prepared.size), most: megabytes(prepared.most) })} <RuleLink rule={paperRules.size.id} /></>
        : prepared.findings.map((finding) => <div key={`${finding.rule} ${finding.text.en}`}><FindingText finding={finding} /></div>)}
    </Box>
  )
}
