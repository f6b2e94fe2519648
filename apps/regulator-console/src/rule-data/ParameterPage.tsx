import { isParameterId, type ParameterId, parameterOf, provinces, shanghaiDay, type Standing, standingOn } from '@icp/domain'
import { useFreshRuleData, useRuleData } from '@icp/filing-views'
import { Banner, DataRows, EmptyState, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paths, ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ChangePanels } from './ChangePanels.js'
import { DraftWindow } from './DraftWindow.js'
import { ruleTitles } from './parameter-rows.js'
import { SourceText } from './SourceText.js'
import { usePlaceText, useValueText } from './use-value-text.js'

/** One parameter: what applies where today, what other sources say, what is planned and what was. */
export function ParameterPage() {
  const t = useConsoleText()
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <>
      <Box sx={{ mb: 1 }}><Link to={paths.ruleData}>{t('ruleData.back')}</Link></Box>
      {isParameterId(id) ? <Shown key={id} id={id} /> : <EmptyState text={t('ruleData.unknown')} />}
    </>
  )
}

interface Place {
  readonly province: string
  readonly standing: Standing | undefined
}

function Shown({ id }: { readonly id: ParameterId }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  const place = usePlaceText()
  const navigate = useNavigate()
  useFreshRuleData()
  const data = useRuleData()
  const [drafting, setDrafting] = useState<string | null>(null)
  const { title, about, rules, shape } = parameterOf(id)
  const today = shanghaiDay(new Date().toISOString())
  const places: Place[] = ['', ...provinces.map(({ code }) => code)]
    .map((province) => ({ province, standing: standingOn(data, id, province, today) })).filter(({ province, standing }) => province === '' || standing)
  return (
    <>
      <PageHeading lead={say(about)} actions={<Button variant="contained" onClick={() => setDrafting('')}>{t('ruleData.draft')}</Button>}>{say(title)}</PageHeading>
      <Box component="ul" aria-label={t('ruleData.askedBy')} sx={{ m: 0, mb: 3, p: 0, listStyle: 'none', display: 'grid', gap: 0.5 }}>
        {ruleTitles(rules).map((rule) => <li key={rule.id}><Link to={paths.rules} search={{ q: rule.id } as never}>{rule.id}</Link> {say(rule)}</li>)}
      </Box>
      <Panel title={t('ruleData.inForce')}>
        {shape.type === 'words' && <Banner tone="neutral">{t('ruleData.wordsAdd')}</Banner>}
        <DataRows
          caption={t('ruleData.inForce')} rows={places} rowKey={({ province }) => province} cardsBelow={900}
          columns={[
            { id: 'place', heading: t('ruleData.place'), main: true, whole: true, cell: ({ province }) => place(province) },
            { id: 'value', heading: t('ruleData.value'), minWidth: 100, cell: ({ standing }) => (standing ? text(id, standing.entry.value) : t('ruleData.byCatalogue')) },
            { id: 'source', heading: t('ruleData.source'), minWidth: 130, cell: ({ standing }) => (standing ? <SourceText entry={standing.entry} /> : '') },
            { id: 'since', heading: t('ruleData.since'), whole: true, cell: ({ standing }) => (standing?.entry.from ? format.isoDay(standing.entry.from) : t('ruleData.always')) },
            { id: 'to', heading: t('ruleData.to'), whole: true, cell: ({ standing }) => (standing?.entry.to ? format.isoDay(standing.entry.to) : t('ruleData.noEnd')) },
            { id: 'kept', heading: t('ruleData.number'), cell: ({ standing }) => (standing && standing.version > 0 ? String(standing.version) : <StatusMark tone="neutral" text={t('ruleData.shipped')} />) },
            {
              id: 'act', heading: t('ruleData.act'),
              cell: ({ province }) => <Button size="small" variant="outlined" aria-label={t('ruleData.changeOf', { place: place(province) })} onClick={() => setDrafting(province)}>{t('ruleData.change')}</Button>,
            },
          ]}
        />
      </Panel>
      <ChangePanels about={`parameter/${id}`} today={today} />
      {drafting !== null && (
        <DraftWindow id={id} province={drafting} onClose={() => setDrafting(null)} onDone={(change) => void navigate({ to: ruleChangePath(change.id) })} />
      )}
    </>
  )
}
