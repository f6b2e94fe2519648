import { ProblemNotice, useProblems } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { KeptProvider } from '@icp/contract'
import { SuspensionReason } from '@icp/domain'
import { BusyButton, ConfirmDialog, ErrorSummary, LabelledRadios, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { providerRefreshes } from './ProviderWindow.js'

const suspensionIds = { reason: 'suspension-reason' } as const

interface StandingProps {
  readonly provider: KeptProvider
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what follows, and asks which reason it has. */
export function SuspendWindow({ provider, onClose, onDone }: StandingProps) {
  const t = useConsoleText()
  const act = useAct('suspendProvider', { refreshes: providerRefreshes })
  const [reason, setReason] = useState('')
  const problems = useProblems(suspensionIds)
  const error = problems.errorOf('reason')
  const submit = () => {
    const chosen = SuspensionReason.safeParse(reason)
    const sound = problems.check([['reason', !chosen.success, t('organisations.provider.reasonMissing')]])
    if (sound && chosen.success && !act.isPending) act.mutate({ params: { id: provider.id }, body: { version: provider.version, reason: chosen.data } }, { onSuccess: onDone })
  }
  return (
    <ModalWindow
      open title={t('organisations.provider.suspend')} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm"
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" color="error" busy={act.isPending} busyText={t('keeping.sending')}>{t('organisations.provider.suspend')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={problems.items} />
      {act.error && <ProblemNotice problem={act.error} />}
      <p style={{ marginTop: 0 }}>{t('organisations.provider.suspendMeans')}</p>
      <LabelledRadios
        id={suspensionIds.reason} label={t('organisations.provider.reason')} required value={reason} {...(error ? { error } : {})}
        options={SuspensionReason.options.map((value) => ({ value, text: t(`organisations.reasons.${value}`) }))}
        onChange={(chosen) => {
          setReason(chosen)
          problems.clear()
        }}
      />
    </ModalWindow>
  )
}

export function ResumeWindow({ provider, onClose, onDone }: StandingProps) {
  const t = useConsoleText()
  const act = useAct('resumeProvider', { refreshes: providerRefreshes })
  return (
    <ConfirmDialog
      open title={t('organisations.provider.resume')} confirmText={t('organisations.provider.resume')} cancelText={t('keeping.cancel')} busy={act.isPending} busyText={t('keeping.sending')}
      tone="plain" onCancel={onClose} onConfirm={() => act.mutate({ params: { id: provider.id }, body: { version: provider.version } }, { onSuccess: onDone })}
    >
      {act.error && <ProblemNotice problem={act.error} />}
      {t('organisations.provider.resumeMeans')}
    </ConfirmDialog>
  )
}
