import { useEveryRow } from '@icp/client'
import { accountNameShown, provinces, shanghaiDay } from '@icp/domain'
import { Moment, useFreshRuleData, useRuleData } from '@icp/filing-views'
import { DataRows, EmptyState, LabelledSelect, LabelledText, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parameterPath, ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { parameterRows } from './parameter-rows.js'
import { type ParameterSearch, parameterSearch } from './parameter-search.js'
import { SourceText } from './SourceText.js'
import { useEntryText } from './use-entry-text.js'
import { usePlaceText, useValueText } from './use-value-text.js'

/** Every number, answer and list that rules decide by, as it applies today in the whole country or in one province. */
export function ParametersPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  const place = usePlaceText()
  const navigate = useNavigate()
  const search = parameterSearch.parse(useSearch({ strict: false }))
  useFreshRuleData()
  const data = useRuleData()
  const today = shanghaiDay(new Date().toISOString())
  const { q, province = '', group } = search
  const rows = useMemo(() => parameterRows(data, { q, province, group }, today), [data, q, province, group, today])
  const go = (change: ParameterSearch) => void navigate({ to: '.', search: { ...search, ...change } as never, replace: true })
  return (
    <>
      <PageHeading lead={t('ruleData.lead')}>{t('ruleData.title')}</PageHeading>
      <Drafts />
      <Box role="search" aria-label={t('ruleData.filters')} sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(2, minmax(180px, 1fr))' } }}>
        <Box sx={{ gridColumn: { sm: '1 / -1', lg: 'auto' } }}>
          <LabelledText id="parameter-q" type="search" label={t('ruleData.search')} hint={t('ruleData.searchHint')} value={q ?? ''} maxLength={100} onChange={(value) => go({ q: value || undefined })} />
        </Box>
        <LabelledSelect
          id="parameter-province" label={t('ruleData.place')} emptyText={t('ruleData.country')} value={province} options={provinces.map((one) => ({ value: one.code, text: say(one) }))}
          onChange={(code) => go({ province: code || undefined })}
        />
        <LabelledSelect
          id="parameter-group" label={t('ruleData.group')} emptyText={t('keeping.all')} value={group ?? ''} options={(['values', 'weights'] as const).map((value) => ({ value, text: t(`ruleData.groups.${value}`) }))}
          onChange={(value) => go({ group: parameterSearch.parse({ group: value || undefined }).group })}
        />
      </Box>
      {rows.length === 0
        ? <EmptyState text={t('ruleData.noneMatch')} action={<Button variant="outlined" onClick={() => go({ q: undefined, group: undefined })}>{t('keeping.clear')}</Button>} />
        : (
          <>
            <Typography role="status" sx={{ color: 'text.secondary', mb: 1 }}>{t('ruleData.count', { count: rows.length, place: place(province) })}</Typography>
            <DataRows
              caption={t('ruleData.title')} rows={rows} rowKey={({ id }) => id} cardsBelow={900}
              columns={[
                { id: 'title', heading: t('ruleData.parameter'), main: true, minWidth: 200, cell: (row) => <Link to={parameterPath(row.id)} data-row-link>{say(row.title)}</Link> },
                {
                  id: 'value', heading: t('ruleData.inForce'), minWidth: 150,
                  cell: (row) => (row.standing ? <Value text={text(row.id, row.standing.entry.value)} own={province !== '' && row.isOwn ? place(province) : undefined} /> : <Value text={t('ruleData.byCatalogue')} own={undefined} />),
                },
                { id: 'source', heading: t('ruleData.source'), minWidth: 200, cell: (row) => (row.standing ? <SourceText entry={row.standing.entry} /> : '') },
                { id: 'since', heading: t('ruleData.since'), whole: true, cell: (row) => (row.standing?.entry.from ? format.isoDay(row.standing.entry.from) : t('ruleData.always')) },
                { id: 'differing', heading: t('ruleData.differing'), minWidth: 140, cell: (row) => format.list(row.differing.map(place)) },
              ]}
            />
          </>
        )}
    </>
  )
}

function Value({ text, own }: { readonly text: string; readonly own: string | undefined }) {
  const t = useConsoleText()
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start' }}>
      <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Box>
      {own && <StatusMark tone="progress" text={t('ruleData.ownOf', { place: own })} />}
    </Box>
  )
}

/** Changes that were begun and are not published: each waits for somebody. */
function Drafts() {
  const t = useConsoleText()
  const say = useSay()
  const textOf = useEntryText()
  const format = useFormat()
  const drafts = useEveryRow('listRuleChanges', { query: { state: 'draft' } })
  if (!drafts.data || drafts.data.length === 0) return null
  return (
    <Panel title={t('ruleData.drafts')}>
      <DataRows
        caption={t('ruleData.drafts')} rows={drafts.data} rowKey={({ id }) => id} cardsBelow={900}
        columns={[
          { id: 'what', heading: t('ruleData.parameter'), main: true, minWidth: 200, cell: ({ id, entry }) => <Link to={ruleChangePath(id)}>{textOf(entry).title}</Link> },
          { id: 'place', heading: t('ruleData.about'), cell: ({ entry }) => textOf(entry).place },
          { id: 'value', heading: t('ruleData.value'), minWidth: 120, cell: ({ entry }) => textOf(entry).value },
          { id: 'from', heading: t('ruleData.from'), whole: true, cell: ({ entry }) => format.isoDay(entry.from) },
          { id: 'by', heading: t('ruleData.draftedBy'), cell: ({ draftedBy }) => say(accountNameShown(draftedBy)) },
          { id: 'at', heading: t('ruleData.draftedAt'), cell: ({ draftedAt }) => <Moment at={draftedAt} /> },
        ]}
      />
    </Panel>
  )
}
