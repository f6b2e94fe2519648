import type { Text } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { formOf, isCancellation, isFinal, kindsWithPapers } from '@icp/domain'
import { ConfirmationList, CorrectionList, DecisionList, FallingServices, FindingList, HistoryLog, PaperPlaces, SubjectSides } from '@icp/filing-views'
import { type ContentsEntry, EmptyState } from '@icp/ui'
import type { ReactNode } from 'react'
import type { zhCN } from '../locales/zh-CN.js'
import { ConflictsPart } from './ConflictsPart.js'
import { ContentPart, type Remarking } from './ContentPart.js'
import { SheetsPart } from './SheetsPart.js'

export interface ReviewPart extends ContentsEntry {
  readonly body: ReactNode
}

/** The parts of a filing in the order in which a reviewer works through them; those that would be empty by their nature are left out. */
export const partsOf = (filing: FilingView, remarking: Remarking | null, t: Text<typeof zhCN>): ReviewPart[] => {
  const { findings, corrections, decisions, confirmations, content, history } = filing
  const cancels = isCancellation(filing.kind)
  const registers = formOf(filing.kind) === 'registration'
  const all: (ReviewPart | false)[] = [
    { id: 'findings', title: t('review.findings'), count: findings.length, body: <FindingList findings={findings} content={content} /> },
    !cancels && !isFinal(filing.status) && { id: 'conflicts', title: t('conflicts.title'), body: <ConflictsPart filing={filing} /> },
    cancels && { id: 'falls', title: t('review.falls'), body: <FallingServices filing={filing} /> },
    filing.migration !== undefined && { id: 'sides', title: t('review.sides'), body: <SubjectSides filing={filing} /> },
    registers && {
      id: 'corrections', title: t('review.corrections'), count: corrections.length,
      body: corrections.length > 0 ? <CorrectionList corrections={corrections} /> : <EmptyState text={t('review.correctionsNone')} />,
    },
    { id: 'sheets', title: t('review.sheets'), body: <SheetsPart filing={filing} remarking={remarking} /> },
    kindsWithPapers.includes(filing.kind) && { id: 'papers', title: t('review.papers'), body: <PaperPlaces filingId={filing.id} content={content} version={filing.version} looksAreKept reveal={{ filingId: filing.id }} /> },
    decisions.length > 0 && { id: 'decisions', title: t('review.decisions'), count: decisions.length, body: <DecisionList decisions={decisions} /> },
    { id: 'content', title: t('review.content'), body: <ContentPart filing={filing} remarking={remarking} /> },
    confirmations.length > 0 && { id: 'confirmations', title: t('review.confirmations'), count: confirmations.length, body: <ConfirmationList confirmations={confirmations} /> },
    { id: 'history', title: t('review.history'), count: history.length, body: <HistoryLog events={history} /> },
  ]
  return all.filter((part) => part !== false)
}
