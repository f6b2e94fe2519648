import { ProblemNotice, useProblems } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { PhoneRecoveryRow } from '@icp/contract'
import { VouchWay, vouchWayWords } from '@icp/domain'
import { BusyButton, ErrorSummary, LabelledRadios, LabelledText, ModalWindow, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'

interface VouchWindowProps {
  readonly row: PhoneRecoveryRow
  readonly onClose: () => void
  readonly onDone: () => void
  /** It does not wait any more: stopped, or the new number works already. */
  readonly onGone: () => void
}

const ids = { way: 'vouch-way', mobile: 'vouch-mobile' } as const

/** How the clerk has made sure, and the new number as the owner says it; it is compared with the one that was asked for. */
export function VouchWindow({ row, onClose, onDone, onGone }: VouchWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const [way, setWay] = useState('')
  const [mobile, setMobile] = useState('')
  const problems = useProblems(ids)
  const vouch = useAct('vouchForPhone', { refreshes: ['listPhoneRecoveries'] })
  const error = (field: keyof typeof ids) => {
    const text = problems.errorOf(field)
    return text ? { error: text } : {}
  }
  const submit = () => {
    if (vouch.isPending) return
    const sound = problems.check([['way', way === '', t('lostPhones.wayMissing')], ['mobile', mobile.trim() === '', t('lostPhones.numberMissing')]])
    if (!sound) return
    vouch.mutate({ params: { id: row.id }, body: { way: VouchWay.parse(way), mobile: mobile.trim() } }, {
      onSuccess: onDone, onError: (problem) => (problem.status === 404 ? onGone() : problems.refused(problem)),
    })
  }
  return (
    <ModalWindow
      open width="sm" title={t('lostPhones.vouchFor', { owner: row.owner })} closeLabel={t('lostPhones.close')} onClose={onClose} onSubmit={submit} isDirty={way !== '' || mobile !== ''}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('lostPhones.cancel')}</Button>
          <BusyButton type="submit" busy={vouch.isPending} busyText={t('lostPhones.vouching')}>{t('lostPhones.vouch')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('lostPhones.problem')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography>{t('lostPhones.what')}</Typography>
        <LabelledRadios
          id={ids.way} label={t('lostPhones.way')} required value={way} onChange={setWay} {...error('way')}
          options={VouchWay.options.map((value) => ({ value, text: say(vouchWayWords[value]) }))}
        />
        <LabelledText
          id={ids.mobile} label={t('lostPhones.number')} hint={t('lostPhones.numberHint', { mobile: row.mobile })} required value={mobile} onChange={setMobile} {...error('mobile')}
          type="tel" inputMode="tel" autoComplete="off" maxLength={64} characters={16} spellCheck={false}
        />
      </Box>
    </ModalWindow>
  )
}
