import type { ApiProblem } from '@icp/client'
import { BusyButton, ErrorSummary, type ErrorItem, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useShellText } from '../language/use-text.js'
import { sheet } from '../log-on/sheet.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'

export interface RecoveryFormProps {
  readonly title: string
  readonly lead: ReactNode
  readonly items: readonly ErrorItem[]
  readonly failure: ApiProblem | null
  readonly submitText: string
  readonly busy: boolean
  readonly busyText: string
  readonly onSubmit: () => void
  readonly children: ReactNode
  /** Beside the button. */
  readonly beside?: ReactNode
  /** Under the sheet. */
  readonly below?: ReactNode
}

/** One step of getting back in: what is wrong, the heading, a sheet with the fields, and the way back to the log-on. */
export function RecoveryForm({ title, lead, items, failure, submitText, busy, busyText, onSubmit, children, beside, below }: RecoveryFormProps) {
  const t = useShellText()
  return (
    <>
      <ErrorSummary title={t('errorTitle')} items={items} />
      <PageHeading lead={lead} {...(items.length > 0 ? { titlePrefix: t('errorPrefix') } : {})}>{title}</PageHeading>
      {failure && <ProblemNotice problem={failure} />}
      <Box
        component="form" noValidate
        onSubmit={(event) => { event.preventDefault(); if (!busy) onSubmit() }}
        sx={{ display: 'grid', gap: 2.5, maxWidth: 600, ...sheet }}
      >
        {children}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <BusyButton type="submit" size="large" busy={busy} busyText={busyText}>{submitText}</BusyButton>
          {beside}
        </Box>
      </Box>
      {below}
      <ToLogOn />
    </>
  )
}

/** The way back to the log-on. */
export function ToLogOn() {
  const t = useShellText()
  return <Box component="p" sx={{ mt: 3 }}><MuiLink component={Link} to="/log-on">{t('recover.back')}</MuiLink></Box>
}
