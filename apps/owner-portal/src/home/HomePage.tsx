import { LogOnForm, RecoveryLinks, useSession, useText } from '@icp/app-shell'
import { answerKey, useAnswer } from '@icp/client'
import { LoadingRows, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { HowItWorks } from './HowItWorks.js'
import { QueryBox } from '../shared/QueryBox.js'

/** Two clear entries, Register and the log-on form; the public query; the doors of the other two audiences; how a filing travels. */
export function HomePage() {
  const t = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const session = useSession()
  const site = useAnswer('getSite', {}, { staleTime: 60_000 })
  const consoles = site.data?.portals
  const query = (
    <Panel title={t('home.query.title')}>
      <QueryBox onQuery={(q) => void navigate({ to: paths.lookUp, search: { q } as never })} />
      <Typography variant="body2" sx={{ mt: 1.5 }}><Link to={paths.verify}>{t('home.query.verify')}</Link></Typography>
    </Panel>
  )
  const doors = (
    <Panel title={t('home.consoles.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
        <Button variant="text" {...(consoles ? { href: consoles.provider } : { disabled: true })}>{t('home.consoles.provider')}</Button>
        <Button variant="text" {...(consoles ? { href: consoles.administration } : { disabled: true })}>{t('home.consoles.administration')}</Button>
      </Box>
    </Panel>
  )
  return (
    <>
      <Box sx={{ mb: 4 }}>
        <PageHeading>{t('home.title')}</PageHeading>
        <Typography sx={{ fontSize: '1.1rem', color: 'text.secondary', maxWidth: '44em' }}>{t('home.lead')}</Typography>
      </Box>
      <Box sx={{ display: 'grid', columnGap: 3, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, gridTemplateRows: { md: 'auto 1fr' } }}>
        {session.state === 'loading' ? <LoadingRows label={t('entry.loading')} /> : session.me ? (
          <Panel title={t('home.signedIn.title', { name: session.me.name })}>
            <Typography sx={{ mb: 2 }}>{t('home.signedIn.text')}</Typography>
            <Button size="large" variant="contained" component={Link} to={paths.filings}>{t('home.signedIn.go')}</Button>
          </Panel>
        ) : (
          <>
            <Panel title={t('home.newOwner.title')}>
              <Typography sx={{ mb: 2 }}>{t('home.newOwner.text')}</Typography>
              <Button size="large" variant="contained" component={Link} to={paths.terms}>{t('home.newOwner.register')}</Button>
            </Panel>
            <Box sx={{ gridColumn: { md: 2 }, gridRow: { md: '1 / span 2' } }}>
              <Panel title={t('home.knownOwner.title')}>
                <Typography sx={{ mb: 2 }}>{t('home.knownOwner.text')}</Typography>
                <LogOnForm
                  onStep={(step) => {
                    queries.setQueryData(answerKey('getLogOnStep', {}), step)
                    void navigate({ to: '/log-on/code' })
                  }}
                />
                <RecoveryLinks />
              </Panel>
            </Box>
          </>
        )}
        <Box>{query}{doors}</Box>
      </Box>
      <HowItWorks />
    </>
  )
}
