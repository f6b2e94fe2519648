import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { PhoneRecoveryRow } from '@icp/contract'
import { Moment } from '@icp/filing-views'
import { Banner, DataRows, EmptyState, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { VouchWindow } from './VouchWindow.js'

/** Owners with a service in force here who have lost their phone: staff that have made sure who asks vouch for the new number. */
export function LostPhonesPage() {
  const t = useConsoleText()
  const waiting = useAnswer('listPhoneRecoveries', {})
  const [chosen, setChosen] = useState<PhoneRecoveryRow | null>(null)
  const [end, setEnd] = useState<{ readonly owner: string; readonly word: 'done' | 'gone' } | null>(null)
  const close = (word: 'done' | 'gone') => {
    if (chosen) setEnd({ owner: chosen.owner, word })
    setChosen(null)
    if (word === 'gone') void waiting.refetch()
  }
  return (
    <>
      <PageHeading lead={t('lostPhones.lead')}>{t('lostPhones.title')}</PageHeading>
      {end && <Banner tone={end.word === 'done' ? 'good' : 'warn'} live="status" title={t(`lostPhones.${end.word}`, { owner: end.owner })} />}
      <Answered answer={waiting} rows={3}>
        {({ rows }) => (rows.length === 0 ? <EmptyState text={t('lostPhones.none')} /> : (
          <DataRows
            caption={t('lostPhones.title')} rows={rows} rowKey={(row) => row.id} cardsBelow={900}
            columns={[
              { id: 'owner', heading: t('lostPhones.owner'), main: true, cell: (row) => row.owner },
              {
                id: 'subjects', heading: t('lostPhones.subjects'),
                cell: (row) => row.subjects.map(({ name, number }) => <Box key={number}>{name} <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{number}</Box></Box>),
              },
              { id: 'mobile', heading: t('lostPhones.mobile'), cell: (row) => row.mobile },
              { id: 'asked', heading: t('lostPhones.asked'), cell: (row) => <Moment at={row.startedAt} /> },
              { id: 'due', heading: t('lostPhones.due'), cell: (row) => <Moment at={row.dueAt} /> },
              {
                id: 'act', heading: t('lostPhones.act'),
                cell: (row) => <Button variant="outlined" size="small" onClick={() => { setEnd(null); setChosen(row) }} aria-label={t('lostPhones.vouchFor', { owner: row.owner })}>{t('lostPhones.vouch')}</Button>,
              },
            ]}
          />
        ))}
      </Answered>
      {chosen && <VouchWindow row={chosen} onClose={() => setChosen(null)} onDone={() => close('done')} onGone={() => close('gone')} />}
    </>
  )
}
