import { findProvince, provinces, shanghaiDay, sourceText } from '@icp/domain'
import type { StandingDivision } from '@icp/domain/divisions'
import { useDivisions } from '@icp/filing-views'
import { DataRows, EmptyState, LabelledSelect, LoadingRows, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ChangePanels } from './ChangePanels.js'
import { DivisionWindow } from './DivisionWindow.js'

interface DivisionsPartProps {
  /** The window of a new division is open. */
  readonly adding: boolean
  readonly onAdded: () => void
}

/** Cities of a province, or counties of a city, as they stand today; ended ones too, with where they went. */
export function DivisionsPart({ adding, onAdded }: DivisionsPartProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const divisions = useDivisions()
  const asked = useSearch({ strict: false }) as { province?: string; city?: string }
  const [changing, setChanging] = useState<StandingDivision | null>(null)
  const province = findProvince(asked.province ?? '')?.code ?? '110000'
  const cities = divisions?.under(province) ?? []
  const city = cities.find(({ row }) => row.code === asked.city)?.row
  const parent = city?.code ?? province
  const title = t('ruleData.divisions.in', { place: say(city ?? divisions?.divisionName(province) ?? { zh: '', en: '' }) })
  const show = (search: { readonly province: string; readonly city: string }) => void navigate({ to: '.', search: { table: 'divisions', ...search } as never, replace: true })
  const close = () => {
    setChanging(null)
    onAdded()
  }
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mb: 3 }}>
        <LabelledSelect
          id="division-province" label={t('ruleData.divisions.province')} value={province} options={provinces.map((one) => ({ value: one.code, text: say({ zh: one.full, en: one.en }) }))}
          onChange={(code) => show({ province: code, city: '' })}
        />
        <LabelledSelect
          id="division-city" label={t('ruleData.divisions.city')} emptyText={t('ruleData.divisions.allCities')} value={city?.code ?? ''}
          options={cities.map(({ row, ended }) => ({ value: row.code, text: ended ? format.aside(say(row), t('ruleData.divisions.ended')) : say(row) }))} onChange={(code) => show({ province, city: code })}
        />
      </Box>
      <Panel title={title}>
        {!divisions && <LoadingRows rows={6} label={title} />}
        {divisions && divisions.under(parent).length === 0 && <EmptyState text={t('ruleData.divisions.none')} />}
        {divisions && divisions.under(parent).length > 0 && (
          <DataRows
            caption={title} rows={divisions.under(parent)} rowKey={({ row }) => row.code} cardsBelow={900}
            columns={[
              { id: 'name', heading: t('ruleData.divisions.name'), main: true, minWidth: 160, cell: ({ row }) => say(row) },
              { id: 'code', heading: t('ruleData.codes.code'), whole: true, cell: ({ row }) => <code>{row.code}</code> },
              {
                id: 'state', heading: t('ruleData.codes.state'), minWidth: 140,
                cell: ({ ended }) => (
                  <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start' }}>
                    <StatusMark tone={ended ? 'neutral' : 'good'} text={t(ended ? 'ruleData.divisions.ended' : 'ruleData.divisions.exists')} />
                    {ended && <span>{t('ruleData.divisions.to', { to: ended.successors.map((one) => say(one)).join(t('ruleData.divisions.and')) })}</span>}
                  </Box>
                ),
              },
              {
                id: 'source', heading: t('ruleData.source'), minWidth: 140,
                cell: ({ source, confirmed }) => <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start', overflowWrap: 'anywhere' }}><span>{say(sourceText(source))}</span>{!confirmed && <StatusMark tone="warn" text={t('ruleData.unconfirmed')} />}</Box>,
              },
              { id: 'since', heading: t('ruleData.since'), whole: true, cell: ({ since }) => (since ? format.isoDay(since) : t('ruleData.divisions.unknownSince')) },
              { id: 'act', heading: t('ruleData.act'), cell: (standing) => <Button size="small" variant="outlined" aria-label={t('ruleData.codes.changeOf', { name: say(standing.row) })} onClick={() => setChanging(standing)}>{t('ruleData.change')}</Button> },
            ]}
          />
        )}
      </Panel>
      <ChangePanels about="division" today={shanghaiDay(new Date().toISOString())} />
      {(changing ?? adding) && (
        <DivisionWindow parent={parent} {...(changing ? { standing: changing } : {})} onClose={close} onDone={({ id }) => void navigate({ to: ruleChangePath(id) })} />
      )}
    </>
  )
}
