import { type FieldRow, type Finding, type FilingKind, isFixedAt, type RegistrationContent } from '@icp/domain'
import { useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { FieldInput } from './FieldInput.js'
import { FindingBasis, SummaryRows, useSay } from '@icp/filing-views'
import { requiredPaths } from './required-paths.js'
import { useRuleContext } from './rule-context.js'
import { formWords } from './words.js'

export interface FieldListProps {
  readonly kind: FilingKind
  readonly rows: readonly FieldRow[]
  readonly content: RegistrationContent
  readonly onChange: (content: RegistrationContent) => void
  /** What the rules, and the server, say now. */
  readonly findings: readonly Finding[]
  /** Whether the findings of a path are shown yet: after a first try, or once its field was left. */
  readonly isShown: (path: string) => boolean
  readonly onLeave: (path: string) => void
}

/** `providerId` and `providerName` are one question, and parts of a list are answered in its field. */
const belongsTo = (finding: Finding, path: string): boolean =>
  finding.path === path || finding.path.startsWith(`${path}.`) || (path.endsWith('.providerName') && finding.path === path.replace(/providerName$/, 'providerId'))

/** The first blocking finding of a field, or else the first of any severity. */
export const findingAt = (findings: readonly Finding[], path: string): Finding | undefined => {
  const own = findings.filter((finding) => belongsTo(finding, path))
  return own.find((finding) => finding.severity === 'block') ?? own[0]
}

/** Inputs for the given fields, in the given order, with what is wrong beside each. What the system states itself, or what the register fixes, has no input. */
export function FieldList({ kind, rows, content, onChange, findings, isShown, onLeave }: FieldListProps) {
  const say = useSay()
  const format = useFormat()
  const context = useRuleContext()
  const required = useMemo(() => requiredPaths(kind, content, context), [kind, content, context])
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {rows.filter((row) => !row.stated).map((row) => {
        if (isFixedAt(kind, row.path)) return <SummaryRows key={row.path} rows={[row]} content={content} underOf={() => <Box sx={{ color: 'text.secondary', fontSize: '.94rem' }}>{say(formWords.fixed)}</Box>} />
        const finding = isShown(row.path) ? findingAt(findings, row.path) : undefined
        return (
          <Box key={row.path}>
            <FieldInput
              row={row} content={content} onChange={onChange} onBlur={() => onLeave(row.path)} required={required.has(row.path)}
              {...(finding ? { [finding.severity === 'block' ? 'error' : 'advice']: format.sentences(say(finding.text), say(finding.fix)) } : {})}
            />
            {finding && <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}><FindingBasis finding={finding} /></Typography>}
          </Box>
        )
      })}
    </Box>
  )
}
