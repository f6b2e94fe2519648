import { Answered, ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { RuleChange } from '@icp/contract'
import { accountNameShown, isCodeTableId, isParameterId, shanghaiDay, standingEntry } from '@icp/domain'
import { useDivisions, useFreshRuleData, useRuleData } from '@icp/filing-views'
import { Banner, ConfirmDialog, DefinitionRows, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { CodeWindow } from './CodeWindow.js'
import { parentOf, standingDivisionEntry } from './division-entry.js'
import { DivisionWindow } from './DivisionWindow.js'
import { DraftWindow } from './DraftWindow.js'
import { PreviewPanel } from './PreviewPanel.js'
import { SourceText } from './SourceText.js'
import { ruleRefreshes } from './use-draft-of-entry.js'
import { useEntryText } from './use-entry-text.js'
import { YearCalendar } from './YearCalendar.js'
import { YearWindow } from './YearWindow.js'

/** What is said where nothing stands yet. */
const nothingYet = { parameter: 'ruleData.byCatalogue', code: 'ruleData.nothingYet', division: 'ruleData.nothingYet', year: 'ruleData.years.provisional' } as const

/** One change: a draft with what it would do, or what was published, by whom and when. */
export function ChangePage() {
  const t = useConsoleText()
  const textOf = useEntryText()
  const { id } = useParams({ strict: false }) as { id: string }
  const change = useAnswer('getRuleChange', { params: { id } })
  return (
    <Answered answer={change} rows={6}>
      {(shown) => (
        <>
          <Box sx={{ mb: 1 }}><Link {...textOf(shown.entry).page}>{t('ruleData.backTo', { title: textOf(shown.entry).title })}</Link></Box>
          <Shown change={shown} />
        </>
      )}
    </Answered>
  )
}

function Shown({ change }: { readonly change: RuleChange }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const textOf = useEntryText()
  useFreshRuleData()
  const data = useRuleData()
  const [act, setAct] = useState<'edit' | 'publish' | 'discard' | null>(null)
  const [done, setDone] = useState<'edited' | 'published' | null>(null)
  const { entry, published } = change
  const { title, place, value } = textOf(entry)
  const today = shanghaiDay(new Date().toISOString())
  const divisions = useDivisions()
  const now = entry.of === 'division' ? standingDivisionEntry(divisions?.standing(entry.code), today) : standingEntry(data, entry, today)
  const from = format.day(entry.from)
  const edited = {
    change, onClose: () => setAct(null),
    onDone: () => {
      setAct(null)
      setDone('edited')
    },
  }
  return (
    <>
      <PageHeading lead={place} actions={<StatusMark tone={published ? 'good' : 'progress'} text={t(published ? 'ruleData.states.published' : 'ruleData.states.draft')} />}>{title}</PageHeading>
      {done === 'edited' && <Banner tone="good" live="status">{t('ruleData.edited')}</Banner>}
      {done === 'published' && <Banner tone="good" live="status">{entry.from > today ? t('ruleData.publishedLater', { from }) : t(entry.of === 'year' ? 'ruleData.years.publishedNow' : 'ruleData.publishedNow')}</Banner>}
      <Panel title={t('ruleData.facts')}>
        <DefinitionRows
          rows={[
            ...(published ? [] : [{ label: t('ruleData.now'), value: now ? textOf(now).value : t(nothingYet[entry.of]) }]),
            { label: t('ruleData.afterwards'), value: <Box component="span" sx={{ fontWeight: 600 }}>{value}</Box> },
            { label: t('ruleData.from'), value: from }, ...(entry.of === 'division' || entry.of === 'year' ? [] : [{ label: t('ruleData.to'), value: entry.to ? format.day(entry.to) : t('ruleData.noEnd') }]),
            { label: t('ruleData.source'), value: <SourceText entry={entry} /> },
            { label: t('ruleData.drafted'), value: t('ruleData.byAt', { by: say(accountNameShown(change.draftedBy)), at: format.dateTime(change.draftedAt) }) },
            ...(published ? [{ label: t('ruleData.publishedBy'), value: format.aside(t('ruleData.byAt', { by: say(accountNameShown(published.by)), at: format.dateTime(published.at) }), t('ruleData.numbered', { number: published.number })) }] : []),
          ]}
        />
      </Panel>
      {entry.of === 'year' && <Panel title={t('ruleData.years.calendarOf', { year: entry.year })}><YearCalendar year={entry.year} entry={entry} /></Panel>}
      {!published && (
        <>
          <PreviewPanel id={change.id} version={change.version} />
          <Panel title={t('ruleData.actsTitle')}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
              <Button variant="contained" onClick={() => setAct('publish')}>{t('ruleData.publish')}</Button>
              <Button variant="outlined" onClick={() => setAct('edit')}>{t('ruleData.edit')}</Button>
              <Button variant="outlined" color="error" onClick={() => setAct('discard')}>{t('ruleData.discard')}</Button>
            </Box>
          </Panel>
        </>
      )}
      {act === 'edit' && entry.of === 'parameter' && isParameterId(entry.id) && <DraftWindow id={entry.id} province={entry.province} {...edited} />}
      {act === 'edit' && entry.of === 'code' && isCodeTableId(entry.id) && <CodeWindow table={entry.id} {...edited} />}
      {act === 'edit' && entry.of === 'division' && <DivisionWindow parent={parentOf(entry.code)} {...edited} />}
      {act === 'edit' && entry.of === 'year' && <YearWindow year={entry.year} {...edited} />}
      {act === 'publish' && (
        <Publish
          change={change} onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            setDone('published')
          }}
        />
      )}
      {act === 'discard' && <Discard change={change} onClose={() => setAct(null)} />}
    </>
  )
}

interface AskProps {
  readonly change: RuleChange
  readonly onClose: () => void
}

function Publish({ change: { id, version, entry }, onClose, onDone }: AskProps & { readonly onDone: () => void }) {
  const t = useConsoleText()
  const format = useFormat()
  const publish = useAct('publishRuleChange', { refreshes: [...ruleRefreshes, 'getRuleData'] })
  return (
    <ConfirmDialog
      open title={t('ruleData.publish')} confirmText={t('ruleData.publish')} cancelText={t('keeping.cancel')} busy={publish.isPending} busyText={t('keeping.sending')} onCancel={onClose}
      onConfirm={() => publish.mutate({ params: { id }, body: { version } }, { onSuccess: onDone })}
    >
      {publish.error && <ProblemNotice problem={publish.error} />}
      {t(entry.of === 'year' ? 'ruleData.years.publishMeans' : 'ruleData.publishMeans', { from: format.day(entry.from) })}
    </ConfirmDialog>
  )
}

function Discard({ change: { id, version, entry }, onClose }: AskProps) {
  const t = useConsoleText()
  const textOf = useEntryText()
  const navigate = useNavigate()
  const discard = useAct('discardRuleChange', { refreshes: ['listRuleChanges'] })
  return (
    <ConfirmDialog
      open title={t('ruleData.discard')} confirmText={t('ruleData.discard')} cancelText={t('keeping.cancel')} tone="bad" busy={discard.isPending} busyText={t('keeping.sending')} onCancel={onClose}
      onConfirm={() => discard.mutate({ params: { id }, body: { version } }, { onSuccess: () => void navigate(textOf(entry).page) })}
    >
      {discard.error && <ProblemNotice problem={discard.error} />}
      {t('ruleData.discardMeans')}
    </ConfirmDialog>
  )
}
