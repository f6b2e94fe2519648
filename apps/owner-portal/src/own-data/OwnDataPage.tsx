import { useText } from '@icp/app-shell'
import { PageContents, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { ClosurePanel } from './ClosurePanel.js'
import { ExportPanel } from './ExportPanel.js'
import { ReadsPanel } from './ReadsPanel.js'

const parts = [
  { id: 'export', text: 'ownData.export.title' }, { id: 'reads', text: 'ownData.reads.title' }, { id: 'correct', text: 'ownData.correct.title' }, { id: 'closure', text: 'ownData.closure.title' },
] as const

/** An owner's rights over what is held about it: a copy, who read it, correction, and the end of the account. */
export function OwnDataPage() {
  const t = useText()
  return (
    <>
      <PageHeading lead={t('ownData.lead')}>{t('ownData.title')}</PageHeading>
      <PageContents label={t('ownData.contents')} entries={parts.map(({ id, text }) => ({ id, title: t(text) }))} />
      <ExportPanel />
      <ReadsPanel />
      <Panel title={t('ownData.correct.title')} id="correct">
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
          <li>{t('ownData.correct.contacts')} <MuiLink component={Link} to={paths.account} hash="contacts">{t('ownData.correct.contactsLink')}</MuiLink></li>
          <li>{t('ownData.correct.filings')} <MuiLink component={Link} to={paths.filings}>{t('ownData.correct.filingsLink')}</MuiLink></li>
          <li>{t('ownData.correct.identity')}</li>
        </Box>
      </Panel>
      <ClosurePanel />
      <Typography><MuiLink component={Link} to={paths.account}>{t('ownData.back')}</MuiLink></Typography>
    </>
  )
}
