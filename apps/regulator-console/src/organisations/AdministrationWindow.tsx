import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { KeptAdministration } from '@icp/contract'
import { type AdministrationContact, administrationFindings } from '@icp/domain'
import { BusyButton, ErrorSummary, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'

interface AdministrationWindowProps {
  readonly administration: KeptAdministration
  readonly name: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Phone, address and website of one administration. */
export function AdministrationWindow({ administration: { province, version, phone, address, website }, name, onClose, onDone }: AdministrationWindowProps) {
  const t = useConsoleText()
  const act = useAct('changeAdministration', { refreshes: ['listAdministrations'] })
  const [start] = useState<AdministrationContact>({ phone, address, website })
  const [typed, setTyped] = useState(start)
  const findings = useFieldFindings((path) => `administration-${path}`)
  const submit = () => {
    if (act.isPending || !findings.show(administrationFindings(typed))) return
    act.mutate({ params: { province }, body: { version, ...typed } }, { onSuccess: onDone, onError: (problem) => findings.show(problem.findings) })
  }
  const field = (path: keyof AdministrationContact, more: Partial<LabelledTextProps>) => (
    <LabelledText
      id={`administration-${path}`} label={t(`organisations.administrations.${path}`)} autoComplete="off" value={typed[path]} {...findings.at(path)} {...more}
      onChange={(value) => {
        setTyped((now) => ({ ...now, [path]: value }))
        findings.forget(path)
      }}
    />
  )
  return (
    <ModalWindow
      open title={name} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm" isDirty={JSON.stringify(typed) !== JSON.stringify(start)}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t('organisations.save')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {field('phone', { type: 'tel', inputMode: 'tel', maxLength: 40, characters: 20 })}
        {field('address', { maxLength: 200 })}
        {field('website', { type: 'url', inputMode: 'url', maxLength: 200, spellCheck: false })}
      </Box>
    </ModalWindow>
  )
}
