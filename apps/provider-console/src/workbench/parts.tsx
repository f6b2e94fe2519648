import type { FilingView } from '@icp/contract'
import { formOf, isCancellation, kindsWithPapers } from '@icp/domain'
import { ConfirmationList, CorrectionList, DecisionList, FallingServices, FindingList, HistoryLog, RequestList, SubjectSides } from '@icp/filing-views'
import { type ContentsEntry, EmptyState } from '@icp/ui'
import type { ReactNode } from 'react'
import type { Text } from '@icp/app-shell'
import type { zhCN } from '../locales/zh-CN.js'
import { ContentPart } from './ContentPart.js'
import { OwnSheets } from './OwnSheets.js'
import { PapersPart } from './PapersPart.js'

export interface WorkbenchPart extends ContentsEntry {
  readonly body: ReactNode
}

/** The parts of a filing in the order in which they are worked through; those that would be empty by their nature are left out. `onChanged`: after a change that moved the filing on. */
export const partsOf = (filing: FilingView, t: Text<typeof zhCN>, onChanged: () => void): WorkbenchPart[] => {
  const { findings, requests, corrections, decisions, confirmations, content, history, kind } = filing
  const cancels = isCancellation(kind)
  const registers = formOf(kind) === 'registration'
  const all: (WorkbenchPart | false)[] = [
    { id: 'findings', title: t('workbench.findings'), count: findings.length, body: <FindingList findings={findings} content={content} /> },
    cancels && { id: 'falls', title: t('workbench.falls'), body: <FallingServices filing={filing} /> },
    filing.migration !== undefined && { id: 'sides', title: t('workbench.sides'), body: <SubjectSides filing={filing} /> },
    registers && {
      id: 'requests', title: t('workbench.requests'), count: requests.length,
      body: requests.length > 0 ? <RequestList requests={requests} /> : <EmptyState text={t('workbench.requestsNone')} />,
    },
    decisions.length > 0 && { id: 'decisions', title: t('workbench.decisions'), count: decisions.length, body: <DecisionList decisions={decisions} /> },
    { id: 'content', title: t('workbench.content'), body: <ContentPart filing={filing} /> },
    registers && {
      id: 'corrections', title: t('workbench.corrections'), count: corrections.length,
      body: corrections.length > 0 ? <CorrectionList corrections={corrections} /> : <EmptyState text={t('workbench.correctionsNone')} />,
    },
    confirmations.length > 0 && { id: 'confirmations', title: t('workbench.confirmations'), count: confirmations.length, body: <ConfirmationList confirmations={confirmations} /> },
    kindsWithPapers.includes(kind) && { id: 'papers', title: t('workbench.papers'), body: <PapersPart filing={filing} onChanged={onChanged} /> },
    { id: 'sheets', title: t('workbench.sheet.own'), body: <OwnSheets filing={filing} /> },
    { id: 'history', title: t('workbench.history'), count: history.length, body: <HistoryLog events={history} /> },
  ]
  return all.filter((part) => part !== false)
}
