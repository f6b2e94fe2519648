import { useText } from '@icp/app-shell'
import { Panel } from '@icp/ui'
import Box from '@mui/material/Box'

const needs = ['subject', 'person', 'websites', 'access', 'phone'] as const

/** What to have at hand before the first entry. */
export function NeedList() {
  const t = useText()
  return (
    <Panel title={t('start.need.title')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75 }}>{needs.map((need) => <li key={need}>{t(`start.need.${need}`)}</li>)}</Box>
    </Panel>
  )
}
