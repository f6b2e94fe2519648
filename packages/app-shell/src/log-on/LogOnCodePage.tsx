import { answerKey, useAnswer } from '@icp/client'
import { LoadingRows } from '@icp/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { GoTo } from '../session/GoTo.js'
import { GoToPath } from '../session/GoToPath.js'
import { useSession } from '../session/use-session.js'
import { useSignedIn } from '../session/use-signed-in.js'
import { useSettings } from '../start/settings.js'
import { LogOnCodeForm } from './LogOnCodeForm.js'
import { logOnSearch } from './log-on-search.js'

/** `/log-on/code`. The server knows the running step, so a reload comes back here; without one it is the first step again. */
export function LogOnCodePage() {
  const t = useShellText()
  const { home = '/' } = useSettings()
  // The router hands on what the root was given; only what this function keeps is safe to follow.
  const asked: Record<string, unknown> = useSearch({ strict: false })
  const search = logOnSearch(asked)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signedIn = useSignedIn()
  const session = useSession()
  const step = useAnswer('getLogOnStep', {}, {
    retry: false, staleTime: 5000, enabled: session.state !== 'signed-in',
    // The code of a demo account's authenticator changes every half minute.
    refetchInterval: ({ state }) => (state.data?.way === 'authenticator' && state.data.onScreen ? 10_000 : false),
  })
  const onward = search.return ?? home
  const back = (ended: boolean) => ({ ...(search.return ? { return: search.return } : {}), ...(ended ? { ended: true } : {}) }) as never

  if (session.state === 'signed-in') return <GoToPath path={onward} />
  if (step.error?.status === 401) return <GoTo to="/log-on" search={back(step.data !== undefined)} />
  if (!step.data) return step.error ? <ProblemNotice problem={step.error} retry={() => void step.refetch()} /> : <LoadingRows label={t('loading')} />
  return (
    <LogOnCodeForm
      asPage
      step={step.data}
      onStep={(newer) => queries.setQueryData(answerKey('getLogOnStep', {}), newer)}
      onRefused={() => void step.refetch()}
      onBack={() => void navigate({ to: '/log-on', search: back(false) })}
      onSignedIn={signedIn}
    />
  )
}
