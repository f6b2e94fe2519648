import type { Figures } from '@icp/contract'
import { DataRows, EmptyState, Panel, tones } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'

type Age = Figures['ages'][number]

/** Grey-blue while there is time, amber in the last quarter, red beyond. */
const toneOf = ({ from, to }: Age) => (to === null ? tones.bad : from > 15 ? tones.warn : tones.progress)

/** How long the filings of the queue have waited: bars to see, the same numbers as a table to read. */
export function AgeBars({ ages }: { readonly ages: readonly Age[] }) {
  const t = useConsoleText()
  const most = Math.max(...ages.map((age) => age.filings), 1)
  const label = ({ from, to }: Age) => (to === null ? t('dashboard.beyond', { from }) : t('dashboard.range', { from, to }))
  if (ages.every((age) => age.filings === 0)) return <Panel title={t('dashboard.ages')}><EmptyState text={t('dashboard.agesEmpty')} /></Panel>
  return (
    <Panel title={t('dashboard.ages')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('dashboard.agesLead')}</Typography>
      <Box
        role="img" aria-label={ages.map((age) => `${label(age)}: ${age.filings}`).join('; ')}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(90px, auto) 1fr', columnGap: 1.5, rowGap: 1, alignItems: 'center', maxWidth: 720, mb: 2 }}
      >
        {ages.map((age) => (
          <Box key={age.from} sx={{ display: 'contents' }}>
            <Box sx={{ fontSize: '.94rem', textAlign: 'end' }}>{label(age)}</Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box sx={{ height: 22, borderRadius: '2px', minWidth: 2, width: `${(age.filings / most) * 85}%`, bgcolor: age.filings > 0 ? toneOf(age).word : 'divider' }} />
              <strong>{age.filings}</strong>
            </Box>
          </Box>
        ))}
      </Box>
      <Box component="details">
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>{t('dashboard.asTable')}</Box>
        <DataRows
          caption={t('dashboard.ages')} rows={ages} rowKey={(age) => String(age.from)}
          columns={[
            { id: 'days', heading: t('dashboard.days'), main: true, cell: label },
            { id: 'filings', heading: t('dashboard.count'), numeric: true, cell: (age) => age.filings },
          ]}
        />
      </Box>
    </Panel>
  )
}
