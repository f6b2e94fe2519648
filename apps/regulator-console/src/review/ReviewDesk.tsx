import { LeaveGuard, useSay } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { fieldLabel, kindWords } from '@icp/domain'
import { ChangedMeanwhile } from '@icp/filing-views'
import { IntoView, PageContents, PageHeading, PagePart, Shortcuts, stepFocus } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { useShortcutWords } from '../shared/shortcut-words.js'
import { useConsoleText } from '../text.js'
import { ApproveWindow } from './ApproveWindow.js'
import { type Decision, DecisionBar } from './DecisionBar.js'
import { DoneNotice } from './DoneNotice.js'
import { partsOf } from './parts.js'
import { RefuseWindow } from './RefuseWindow.js'
import { type Remark, type RemarkStart, startingRemark, withoutRemark, withRemark } from './remarks.js'
import { RemarkWindow } from './RemarkWindow.js'
import { ReturnWindow } from './ReturnWindow.js'
import { Standing } from './Standing.js'

interface ReviewDeskProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
}

/** Everything that is known of a filing, remarks beside its fields, and the three decisions. */
export function ReviewDesk({ filing, newer, onShowNewest }: ReviewDeskProps) {
  const t = useConsoleText()
  const shortcutWords = useShortcutWords()
  const say = useSay()
  const [remarks, setRemarks] = useState<readonly Remark[]>([])
  const [remarked, setRemarked] = useState<{ readonly path: string; readonly start?: RemarkStart | undefined }>()
  const [decision, setDecision] = useState<Decision>()
  const [said, setSaid] = useState('')
  const mayReturn = filing.actions.includes('return')
  const remarking = mayReturn ? { remarks, onRemark: (path: string, start?: RemarkStart) => setRemarked({ path, start }), onRemove: (path: string) => setRemarks(withoutRemark(remarks, path)) } : null
  const parts = partsOf(filing, remarking, t)
  const key = (letter: string, text: string, chosen: Decision) => (filing.actions.includes(chosen) ? [{ key: letter, text, run: () => setDecision(chosen) }] : [])
  const shared = {
    filing, newer, onShowNewest, possible: decision === undefined || filing.actions.includes(decision), onClose: () => setDecision(undefined),
    onDone: (text: string) => {
      setDecision(undefined)
      setRemarks([])
      setSaid(text)
      onShowNewest()
    },
  }
  return (
    <>
      <LeaveGuard when={remarks.length > 0} />
      <Box sx={{ mb: 1 }}><Link to={paths.queue}>{t('review.back')}</Link></Box>
      <PageHeading
        lead={t('review.lead', { kind: say(kindWords[filing.kind]), subject: filing.subjectName })}
        actions={(
          <Shortcuts
            words={shortcutWords}
            items={[
              { key: 'j', text: t('review.shortcuts.next'), run: () => stepFocus('[data-part]', 1) },
              { key: 'k', text: t('review.shortcuts.previous'), run: () => stepFocus('[data-part]', -1) },
              ...key('p', t('review.shortcuts.approve'), 'approve'), ...key('f', t('review.shortcuts.return'), 'return'), ...key('d', t('review.shortcuts.refuse'), 'refuse'),
            ]}
          />
        )}
      >
        {t('review.title', { reference: filing.reference ?? '' })}
      </PageHeading>
      {said && <IntoView><DoneNotice said={said} filing={filing} /></IntoView>}
      {newer && !decision && <ChangedMeanwhile seen={filing} newer={newer} onShow={onShowNewest} />}
      <PageContents label={t('review.sections')} entries={parts} />
      <Standing filing={filing} />
      {parts.map((part) => <PagePart key={part.id} id={part.id} title={part.title}>{part.body}</PagePart>)}
      <DecisionBar filing={filing} remarks={remarks.length} onDecide={setDecision} />
      {remarked !== undefined && (
        <RemarkWindow
          path={remarked.path} label={say(fieldLabel(remarked.path, filing.content))} remark={startingRemark(remarked.path, remarks.find(({ path }) => path === remarked.path), remarked.start)}
          onClose={() => setRemarked(undefined)}
          onSave={(remark) => {
            setRemarks(withRemark(remarks, remark))
            setRemarked(undefined)
          }}
        />
      )}
      {decision === 'approve' && <ApproveWindow {...shared} />}
      {decision === 'return' && <ReturnWindow {...shared} remarks={remarks} />}
      {decision === 'refuse' && <RefuseWindow {...shared} />}
    </>
  )
}
