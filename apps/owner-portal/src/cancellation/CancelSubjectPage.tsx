import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { kindObstacle } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { LabelledSelect, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { NotYet } from '../shared/NotYet.js'
import { CancellationForm } from './CancellationForm.js'
import { HollowObstacle, Obstacle } from '../shared/Obstacle.js'
import { standingOf } from '../shared/record-standing.js'

/** Applies to cancel a subject with everything that it holds. */
export function CancelSubjectPage() {
  const t = useText()
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  const context = useRuleContext()
  const [chosen, setChosen] = useState('')
  return (
    <>
      <PageHeading lead={t('cancellation.subject.lead')}>{t('cancellation.subject.title')}</PageHeading>
      <Answered answer={records}>
        {({ rows }) => {
          const live = rows.filter((record) => record.state === 'in-force')
          const record = live.find((one) => one.id === chosen) ?? live[0]
          if (!record) return <NotYet />
          return (
            <>
              {live.length > 1 && (
                <Box sx={{ mb: 3 }}>
                  <LabelledSelect id="cancel-which" label={t('cancellation.subject.which')} value={record.id} onChange={setChosen} options={live.map((one) => ({ value: one.id, text: `${one.number} · ${one.name}` }))} />
                </Box>
              )}
              {record.openFilings.length > 0
                ? <Obstacle record={record} />
                : kindObstacle('cancel-subject', standingOf(record, context)) ? <HollowObstacle />
                : <CancellationForm key={record.id} kind="cancel-subject" record={record} falling={record.services.filter((service) => service.state === 'in-force')} />}
            </>
          )
        }}
      </Answered>
    </>
  )
}
