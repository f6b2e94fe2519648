import { answerKey } from '@icp/client'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'
import { RecoveryLinks } from '../recovery/RecoveryLinks.js'
import { GoToPath } from '../session/GoToPath.js'
import { useSession } from '../session/use-session.js'
import { useSettings } from '../start/settings.js'
import { LogOnForm } from './LogOnForm.js'
import { logOnSearch } from './log-on-search.js'

/** `/log-on`: who is signed in already goes on to where they wanted. */
export function LogOnPage() {
  const t = useShellText()
  const { home = '/', registerPath } = useSettings()
  // The router hands on what the root was given; only what this function keeps is safe to follow.
  const asked: Record<string, unknown> = useSearch({ strict: false })
  const search = logOnSearch(asked)
  const session = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  if (session.state === 'signed-in') return <GoToPath path={search.return ?? home} />
  return (
    <>
      <LogOnForm
        asPage
        userName={search.user ?? ''}
        {...(search.ended ? { notice: <Banner tone="warn" live="status">{t('logOn.ended')}</Banner> } : {})}
        onStep={(step) => {
          queries.setQueryData(answerKey('getLogOnStep', {}), step)
          void navigate({ to: '/log-on/code', search: search.return ? { return: search.return } : {} })
        }}
      />
      <RecoveryLinks />
      {registerPath && <Box component="p" sx={{ mt: 3 }}>{t('logOn.register')} <Link to={registerPath}>{t('logOn.registerGo')}</Link></Box>}
    </>
  )
}
