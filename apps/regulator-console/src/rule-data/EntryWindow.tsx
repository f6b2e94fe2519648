import { ProblemNotice } from '@icp/app-shell'
import type { ApiProblem } from '@icp/client'
import { BusyButton, type ErrorItem, ErrorSummary, IntoView, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useConsoleText } from '../text.js'

interface EntryWindowProps {
  readonly title: string
  readonly draft: { readonly busy: boolean; readonly problem: ApiProblem | null; readonly findings: { readonly items: readonly ErrorItem[] } }
  readonly isDirty: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The window of a change that is drafted: what is wrong as a list of links, the fields, and the ways out. */
export function EntryWindow({ title, draft, isDirty, onClose, onSubmit, children }: EntryWindowProps) {
  const t = useConsoleText()
  return (
    <ModalWindow
      open title={title} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={onSubmit} width="sm" isDirty={isDirty}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={draft.busy} busyText={t('keeping.sending')}>{t('ruleData.saveDraft')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={draft.findings.items} />
      {draft.problem && <IntoView><ProblemNotice problem={draft.problem} /></IntoView>}
      <Box sx={{ display: 'grid', gap: 2.5 }}>{children}</Box>
    </ModalWindow>
  )
}
