import { Answered, useFormat, useSay, useServerOffset, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { isFinal, kindWords } from '@icp/domain'
import { BallPanel, ConfirmationList, DecisionList, FindingList, HistoryLog, PassList, ProgressTimeline, SubjectSides } from '@icp/filing-views'
import { Banner, PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link, useParams } from '@tanstack/react-router'
import { AnswerPanel } from './AnswerPanel.js'
import { WhatFollows } from '../shared/WhatFollows.js'
import { hasOwnerActs } from '../shared/owner-acts.js'
import { OwnerActs } from '../shared/OwnerActs.js'
import { paths } from '../paths.js'
import { OnScreenCode } from './OnScreenCode.js'

/** Where a filing stands: all stages, the current one with who acts and the days left; seen again within ten seconds of a change. */
export function ProgressPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useText()
  const filing = useAnswer('getFiling', { params: { id } }, { refetchInterval: 8000 })
  return <Answered answer={filing} rows={8} heading={t('progress.title')}>{(data) => <Progress filing={data} />}</Answered>
}

function Progress({ filing }: { readonly filing: FilingView }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const now = new Date(Math.max(Date.now() + useServerOffset(), Date.parse(filing.statusSince))).toISOString()
  // Some conflicts are told once the filing is finished, and nowhere else to its owner.
  const watched = isFinal(filing.status) ? [] : filing.findings.filter(({ severity }) => severity !== 'warn')
  return (
    <>
      <PageHeading
        lead={`${say(kindWords[filing.kind])} · ${filing.subjectName}`}
        actions={<Button variant="outlined" component={Link} to={paths.browseOne} params={{ id: filing.id } as never}>{t('progress.browse')}</Button>}
      >
        {t('progress.one', { reference: filing.reference ?? '' })}
      </PageHeading>
      {filing.result && (
        <Banner
          tone="good" title={filing.migration ? t('migration.approved', { numbers: format.list(filing.result.serviceNumbers) }) : t('progress.approved', { number: filing.result.subjectNumber })}
          {...(keepsCertificate(filing) ? { actions: <Button variant="outlined" component={Link} to={paths.certificate}>{t('progress.certificate')}</Button> } : {})}
        >
          {!filing.migration && format.list(filing.result.serviceNumbers)}
        </Banner>
      )}
      <BallPanel kind={filing.kind} status={filing.status} reader={filing.receiving ? 'receiving-owner' : 'owner'} title={t('progress.now')} due={filing.due} urgedAt={filing.urgedAt} applicant={filing.applicant} endedWithRecord={filing.endedWithRecord} />
      <AnswerPanel filing={filing} />
      {watched.length > 0 && <Panel title={t('progress.findings')}><FindingList findings={watched} content={filing.content} /></Panel>}
      {filing.migration && <Panel title={t('migration.sides')}><SubjectSides filing={filing} /></Panel>}
      {filing.receiving && filing.actions.includes('agree') && filing.content.form === 'migration' && <WhatFollows number={filing.content.serviceNumbers.join()} side="receiving" />}
      <Panel title={t('progress.stages')}><ProgressTimeline filing={filing} now={now} /></Panel>
      {filing.confirmations.length > 0 && (
        <Panel title={t('progress.confirmations')}>
          <ConfirmationList confirmations={filing.confirmations} actionOf={(confirmation) => <OnScreenCode confirmation={confirmation} />} />
        </Panel>
      )}
      {filing.providers.length > 0 && filing.status !== 'awaiting-agreement' && <Panel title={t('progress.providers')}><PassList providers={filing.providers} /></Panel>}
      {filing.decisions.length > 0 && <Panel title={t('progress.decisions')}><DecisionList decisions={filing.decisions} /></Panel>}
      {hasOwnerActs(filing) && (
        <Panel title={t('progress.acts')}>
          <OwnerActs filing={filing} />
          {filing.actions.includes('open-correction-request') && (
            <Button variant="text" component={Link} to={paths.browseOne} params={{ id: filing.id } as never}>{t('progress.askThere')}</Button>
          )}
        </Panel>
      )}
      <Panel title={t('progress.history')}><HistoryLog events={filing.history} /></Panel>
    </>
  )
}

/** The certificate of a subject whose last service has moved away has ended. */
const keepsCertificate = ({ migration, receiving }: FilingView): boolean => !migration || Boolean(receiving) || migration.giving.services.length > 0
