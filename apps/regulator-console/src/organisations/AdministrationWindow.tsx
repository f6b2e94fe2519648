import { ProblemNotice, useFormat, useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { KeptAdministration } from '@icp/contract'
import { type AdministrationContact, administrationFindings, type Finding } from '@icp/domain'
import { BusyButton, LabelledText, type LabelledTextProps, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
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
  const say = useSay()
  const format = useFormat()
  const act = useAct('changeAdministration', { refreshes: ['listAdministrations'] })
  const [start] = useState<AdministrationContact>({ phone, address, website })
  const [typed, setTyped] = useState(start)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const submit = () => {
    const found = administrationFindings(typed)
    setFindings(found)
    if (found.length === 0 && !act.isPending) act.mutate({ params: { province }, body: { version, ...typed } }, { onSuccess: onDone, onError: (problem) => setFindings(problem.findings) })
  }
  const field = (path: keyof AdministrationContact, more: Partial<LabelledTextProps>) => {
    const finding = findings.find((one) => one.path === path)
    return (
      <LabelledText
        id={`administration-${path}`} label={t(`organisations.administrations.${path}`)} autoComplete="off" value={typed[path]} {...(finding ? { error: format.sentences(say(finding.text), say(finding.fix)) } : {})} {...more}
        onChange={(value) => {
          setTyped((now) => ({ ...now, [path]: value }))
          setFindings((now) => now.filter((one) => one.path !== path))
        }}
      />
    )
  }
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
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {field('phone', { type: 'tel', inputMode: 'tel', maxLength: 40, characters: 20 })}
        {field('address', { maxLength: 200 })}
        {field('website', { type: 'url', inputMode: 'url', maxLength: 200, spellCheck: false })}
      </Box>
    </ModalWindow>
  )
}
