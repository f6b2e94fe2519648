import type { ApiProblem } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { fieldLabel } from '@icp/domain'
import { Banner, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { ChangedMeanwhile } from './ChangedMeanwhile.js'
import { FindingText } from './RuleLink.js'

interface ActRefusalProps {
  readonly problem: ApiProblem | null
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
  /** How a refusal is shown that names no field. */
  readonly otherwise: (problem: ApiProblem) => ReactNode
}

/** Why an act was refused, for its own window, where everything typed stays: changed meanwhile, fields at fault, or anything else. */
export function ActRefusal({ problem, filing, newer, onShowNewest, otherwise }: ActRefusalProps) {
  const say = useSay()
  const format = useFormat()
  if (!problem) return newer ? <ChangedMeanwhile seen={filing} newer={newer} onShow={onShowNewest} /> : null
  if (problem.findings.length > 0) {
    return (
      <Banner tone="bad" live="alert" title={say(problem.text)}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {problem.findings.map((finding, index) => (
            <li key={`${finding.rule}-${finding.path}-${index}`}>{format.labelled(say(fieldLabel(finding.path, filing.content)), '')}<FindingText finding={finding} /></li>
          ))}
        </Box>
      </Banner>
    )
  }
  if (problem.status === 409) return <ChangedMeanwhile seen={filing} newer={newer} onShow={onShowNewest} why={say(problem.text)} />
  return otherwise(problem)
}
