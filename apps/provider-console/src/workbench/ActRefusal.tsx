import { ProblemNotice, useSay } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { fieldLabel } from '@icp/domain'
import { ChangedMeanwhile } from '@icp/filing-views'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'

interface ActRefusalProps {
  readonly problem: ApiProblem | null
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
}

/** Why an act was refused, in its own window, where everything typed stays: changed meanwhile, fields at fault, or anything else. */
export function ActRefusal({ problem, filing, newer, onShowNewest }: ActRefusalProps) {
  const say = useSay()
  if (!problem) return newer ? <ChangedMeanwhile seen={filing} newer={newer} onShow={onShowNewest} /> : null
  if (problem.findings.length > 0) {
    return (
      <Banner tone="bad" live="alert" title={say(problem.text)}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {problem.findings.map((finding, index) => (
            <li key={`${finding.rule}-${finding.path}-${index}`}>{say(fieldLabel(finding.path, filing.content))}: {say(finding.text)} {say(finding.fix)}</li>
          ))}
        </Box>
      </Banner>
    )
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      {problem.status === 409 && <ChangedMeanwhile seen={filing} newer={newer} onShow={onShowNewest} />}
    </>
  )
}
