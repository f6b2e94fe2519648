import { Answered, useFormat, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { isCancellation, kindWords } from '@icp/domain'
import { ChangesLead, CorrectionList, DecisionList, FallingServices, FilingSummary, HistoryLog, RequestList, StatusChip, SubjectSides, useKnownRuleData } from '@icp/filing-views'
import { Banner, DefinitionRows, PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { OwnerActs } from '../shared/OwnerActs.js'
import { ReceiptPanel } from '../shared/ReceiptPanel.js'
import { PapersPart } from './PapersPart.js'
import { RequestWindow } from './RequestWindow.js'
import { RevisionLinks } from './RevisionLinks.js'

/** A filing as it stands, read-only: no field of it can be changed here. Earlier versions, corrections with before and after, and requests. */
export function BrowsePage() {
  useKnownRuleData()
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useText()
  const filing = useAnswer('getFiling', { params: { id } }, { refetchInterval: 10_000 })
  return <Answered answer={filing} rows={8} heading={t('browsing.title')}>{(data) => <Browse filing={data} />}</Answered>
}

function Browse({ filing }: { readonly filing: FilingView }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const { locked, revision } = useSearch({ strict: false }) as { locked?: boolean; revision?: number }
  const [asking, setAsking] = useState(false)
  const older = revision !== undefined && revision !== filing.revision
  const earlier = useAnswer('getRevision', { params: { id: filing.id, number: revision ?? 1 } }, { enabled: older })
  const content = older ? earlier.data?.content : filing.content
  const changed = new Set(older ? [] : filing.corrections.flatMap((correction) => correction.changes.map((change) => change.path)))
  return (
    <>
      <PageHeading
        lead={<StatusChip status={filing.status} />}
        actions={<Button variant="outlined" component={Link} to={paths.progressOne} params={{ id: filing.id } as never}>{t('browsing.progress')}</Button>}
      >
        {t('browsing.one', { reference: filing.reference ?? '' })}
      </PageHeading>
      {locked && <Banner tone="warn" title={t('browsing.lockedTitle')}>{t('browsing.lockedWhy')}</Banner>}
      <Panel title={t('browsing.about')}>
        <DefinitionRows
          rows={[
            { label: t('browsing.kind'), value: say(kindWords[filing.kind]) },
            { label: t('browsing.finishedAt'), value: filing.finishedAt ? format.dayAndTime(filing.finishedAt) : '' },
            { label: t('browsing.version'), value: <RevisionLinks filing={filing} shown={older ? revision : filing.revision} /> },
            ...(filing.result ? [{ label: t('browsing.numbers'), value: format.list([filing.result.subjectNumber, ...filing.result.serviceNumbers]) }] : []),
          ]}
        />
        <OwnerActs filing={filing} onRequest={() => setAsking(true)} />
      </Panel>
      {filing.migration && <Panel title={t('migration.sides')}><SubjectSides filing={filing} /></Panel>}
      {older && <Banner tone="neutral" title={t('browsing.olderTitle', { n: revision })}>{t('browsing.olderText')}</Banner>}
      {filing.requests.length > 0 && <Panel title={t('browsing.requests')}><RequestList requests={filing.requests} /></Panel>}
      {filing.corrections.length > 0 && <Panel title={t('browsing.corrections')}><CorrectionList corrections={filing.corrections} /></Panel>}
      {filing.decisions.length > 0 && <Panel title={t('browsing.decisions')}><DecisionList decisions={filing.decisions} /></Panel>}
      {isCancellation(filing.kind) && <Panel title={t('browsing.falls')}><FallingServices filing={filing} /></Panel>}
      {!older && <ChangesLead filing={filing} />}
      {content && <FilingSummary content={content} differences={older ? [] : filing.differences} carriedOut={filing.status === 'approved'} changed={changed} reveal={{ filingId: filing.id, ...(older ? { revision } : {}) }} />}
      {!older && <PapersPart filing={filing} />}
      {filing.reference !== null && <ReceiptPanel id={filing.id} />}
      <Panel title={t('browsing.history')}><HistoryLog events={filing.history} /></Panel>
      {asking && <RequestWindow filing={filing} onClose={() => setAsking(false)} />}
    </>
  )
}
