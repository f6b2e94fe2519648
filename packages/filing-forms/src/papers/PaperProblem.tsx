import type { ApiProblem } from '@icp/client'
import { paperRules } from '@icp/domain'
import { FindingText } from '@icp/filing-views'
import { Banner, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { paperFormWords as words } from './words.js'

/** Why the API refused a change of a paper. `kept`: there is a picture that was chosen and waits; one with malicious code in it is not to be tried again. */
export function PaperProblem({ problem, kept = false }: { readonly problem: ApiProblem; readonly kept?: boolean }) {
  const say = useSay()
  return (
    <Box sx={{ mt: 1.5 }}>
      <Banner tone="bad" live="alert" title={say(problem.text)}>
        {problem.findings.map((finding) => <div key={`${finding.rule} ${finding.text.en}`}><FindingText finding={finding} /></div>)}
        {kept && !problem.findings.some(({ rule }) => rule === paperRules.clean.id) && say(words.kept)}
      </Banner>
    </Box>
  )
}
