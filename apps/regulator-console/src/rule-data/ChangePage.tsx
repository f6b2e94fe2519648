import { Answered, ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { RuleChange } from '@icp/contract'
import { isParameterId, type ParameterId, parameterOf, shanghaiDay, standingOn } from '@icp/domain'
import { useFreshRuleData, useRuleData } from '@icp/filing-views'
import { Banner, ConfirmDialog, DefinitionRows, EmptyState, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { parameterPath, paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { DraftWindow, ruleRefreshes } from './DraftWindow.js'
import { PreviewPanel } from './PreviewPanel.js'
import { SourceText } from './SourceText.js'
import { usePlaceText, useValueText } from './use-value-text.js'

/** One change: a draft with what it would do, or what was published, by whom and when. */
export function ChangePage() {
  const t = useConsoleText()
  const { id } = useParams({ strict: false }) as { id: string }
  const change = useAnswer('getRuleChange', { params: { id } })
  return (
    <Answered answer={change} rows={6}>
      {(shown) => (
        <>
          <Box sx={{ mb: 1 }}><Link to={isParameterId(shown.entry.id) ? parameterPath(shown.entry.id) : paths.ruleData}>{t('ruleData.backToParameter')}</Link></Box>
          {isParameterId(shown.entry.id) ? <Shown change={shown} id={shown.entry.id} /> : <EmptyState text={t('ruleData.unknown')} />}
        </>
      )}
    </Answered>
  )
}

function Shown({ change, id }: { readonly change: RuleChange; readonly id: ParameterId }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  const place = usePlaceText()
  useFreshRuleData()
  const data = useRuleData()
  const [act, setAct] = useState<'edit' | 'publish' | 'discard' | null>(null)
  const [done, setDone] = useState<'edited' | 'published' | null>(null)
  const { entry, published } = change
  const today = shanghaiDay(new Date().toISOString())
  const now = standingOn(data, id, entry.province, today) ?? standingOn(data, id, '', today)
  const from = format.day(entry.from)
  return (
    <>
      <PageHeading lead={place(entry.province)} actions={<StatusMark tone={published ? 'good' : 'progress'} text={t(published ? 'ruleData.states.published' : 'ruleData.states.draft')} />}>{say(parameterOf(id).title)}</PageHeading>
      {done === 'edited' && <Banner tone="good" live="status">{t('ruleData.edited')}</Banner>}
      {done === 'published' && <Banner tone="good" live="status">{entry.from > today ? t('ruleData.publishedLater', { from }) : t('ruleData.publishedNow')}</Banner>}
      <Panel title={t('ruleData.facts')}>
        <DefinitionRows
          rows={[
            ...(published ? [] : [{ label: t('ruleData.now'), value: now ? text(id, now.entry.value) : t('ruleData.byCatalogue') }]),
            { label: t('ruleData.afterwards'), value: <Box component="span" sx={{ fontWeight: 600 }}>{text(id, entry.value)}</Box> },
            { label: t('ruleData.from'), value: from }, { label: t('ruleData.to'), value: entry.to ? format.day(entry.to) : t('ruleData.noEnd') },
            { label: t('ruleData.source'), value: <SourceText id={id} entry={entry} /> },
            { label: t('ruleData.drafted'), value: t('ruleData.byAt', { by: change.draftedBy, at: format.dateTime(change.draftedAt) }) },
            ...(published ? [{ label: t('ruleData.publishedBy'), value: format.aside(t('ruleData.byAt', { by: published.by, at: format.dateTime(published.at) }), t('ruleData.numbered', { number: published.number })) }] : []),
          ]}
        />
      </Panel>
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
      {act === 'edit' && (
        <DraftWindow
          id={id} province={entry.province} change={change} onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            setDone('edited')
          }}
        />
      )}
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
      {t('ruleData.publishMeans', { from: format.day(entry.from) })}
    </ConfirmDialog>
  )
}

function Discard({ change: { id, version, entry }, onClose }: AskProps) {
  const t = useConsoleText()
  const navigate = useNavigate()
  const discard = useAct('discardRuleChange', { refreshes: ['listRuleChanges'] })
  return (
    <ConfirmDialog
      open title={t('ruleData.discard')} confirmText={t('ruleData.discard')} cancelText={t('keeping.cancel')} tone="bad" busy={discard.isPending} busyText={t('keeping.sending')} onCancel={onClose}
      onConfirm={() => discard.mutate({ params: { id }, body: { version } }, { onSuccess: () => void navigate({ to: isParameterId(entry.id) ? parameterPath(entry.id) : paths.ruleData }) })}
    >
      {discard.error && <ProblemNotice problem={discard.error} />}
      {t('ruleData.discardMeans')}
    </ConfirmDialog>
  )
}
