import { useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { blocking } from '@icp/domain'
import { FallingServices, SubjectSides } from '@icp/filing-views'
import { Banner } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'
import { DecisionWindow, type DecisionWindowProps } from './DecisionWindow.js'
import { refreshes } from './refreshes.js'
import { WhatIsIssued } from './WhatIsIssued.js'

const textOf = { registration: 'text', cancellation: 'approveCancel', migration: 'approveMove' } as const

export function ApproveWindow({ onDone, ...shared }: DecisionWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const { filing } = shared
  const act = useAct('approveFiling', { refreshes })
  const stops = blocking(filing.findings).length
  const toCheck = filing.findings.filter((finding) => finding.severity === 'reviewer').length
  const { content } = filing
  return (
    <DecisionWindow
      {...shared} title={t('review.approve.title')} label={t('review.approve.opinion')} hint={t('review.approve.opinionHint')}
      maxLength={1000} act={act} blocked={stops > 0}
      confirm={t('review.approve.confirm')}
      onConfirm={(opinion) => act.mutate(
        { params: { id: filing.id }, body: { version: filing.version, ...(opinion ? { opinion } : {}) } },
        {
          onSuccess: ({ subjectNumber, serviceNumbers }) =>
            onDone(content.form !== 'cancellation' ? t('review.done.approveNumbers', { subject: subjectNumber, services: serviceNumbers.join(say({ zh: '、', en: ', ' })) }) : t('review.done.approve')),
        },
      )}
    >
      {stops > 0 && <Banner tone="bad">{t('review.approve.blocking', { count: stops })}</Banner>}
      {stops === 0 && toCheck > 0 && <Banner tone="warn">{t('review.approve.toCheck', { count: toCheck })}</Banner>}
      <Typography sx={{ mb: 2 }}>{t(`review.approve.${textOf[content.form]}`)}</Typography>
      {content.form === 'registration' ? <WhatIsIssued filing={filing} content={content} /> : content.form === 'migration' ? <SubjectSides filing={filing} /> : <FallingServices filing={filing} />}
    </DecisionWindow>
  )
}
