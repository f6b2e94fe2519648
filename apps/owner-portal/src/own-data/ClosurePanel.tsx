import { Answered, ProblemNotice, StepUpCode, useLogOff, useProblems, useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { Closure } from '@icp/contract'
import { statusFaces } from '@icp/domain'
import { Banner, BusyButton, ConfirmDialog, ErrorSummary, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paths } from '../paths.js'

const ids = { code: 'closure-code' } as const

/** What stands in the way, what goes and what stays; then a code and a confirmation that names the act. */
export function ClosurePanel() {
  const t = useText()
  const closure = useAnswer('getClosure', {})
  return (
    <Panel title={t('ownData.closure.title')} id="closure">
      <Typography sx={{ mb: 2, maxWidth: '46em' }}>{t('ownData.closure.lead')}</Typography>
      <Answered answer={closure}>
        {(given) => (
          <>
            {given.obstacles.length > 0 && <Obstacles obstacles={given.obstacles} />}
            <Consequences {...given} />
            {given.obstacles.length === 0 && <ClosureForm onRefused={() => void closure.refetch()} />}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function Obstacles({ obstacles }: { readonly obstacles: Closure['obstacles'] }) {
  const t = useText()
  const say = useSay()
  return (
    <Banner tone="warn" title={t('ownData.closure.notYet')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {obstacles.map((one) => (one.kind === 'subject'
          ? <li key={one.number}>{t('ownData.closure.subject', { name: one.name, number: one.number })} <MuiLink component={Link} to={paths.cancelSubject}>{t('ownData.closure.subjectLink')}</MuiLink></li>
          : (
            <li key={one.id}>
              {t('ownData.closure.filing', { reference: one.reference, status: say(statusFaces[one.status].word) })}{' '}
              <MuiLink component={Link} to={paths.progressOne} params={{ id: one.id } as never}>{t('ownData.closure.filingLink')}</MuiLink>
            </li>
          )))}
      </Box>
    </Banner>
  )
}

function Consequences({ erased, kept, drafts }: Pick<Closure, 'erased' | 'kept' | 'drafts'>) {
  const t = useText()
  const say = useSay()
  return (
    <Box sx={{ display: 'grid', gap: { xs: 1, md: 4 }, gridTemplateColumns: { md: '1fr 1fr' }, mb: 3 }}>
      <div>
        <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{t('ownData.closure.erased')}</Typography>
        <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>{erased.map((what) => <li key={what.en}>{say(what)}</li>)}</Box>
        {drafts > 0 && <Typography>{t('ownData.closure.drafts', { count: drafts })}</Typography>}
      </div>
      <div>
        <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{t('ownData.closure.kept')}</Typography>
        <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
          {kept.map(({ what, why }) => <li key={what.en}>{say(what)}<Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '.9rem' }}>{say(why)}</Box></li>)}
        </Box>
      </div>
    </Box>
  )
}

function ClosureForm({ onRefused }: { readonly onRefused: () => void }) {
  const t = useText()
  const { leave } = useLogOff()
  const [code, setCode] = useState('')
  const [asking, setAsking] = useState(false)
  const problems = useProblems(ids)
  const act = useAct('closeAccount')
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (problems.check([['code', code.trim() === '', t('ownData.closure.codeMissing')]])) setAsking(true)
  }
  const confirm = () => act.mutate({ body: { code: code.trim() } }, {
    onSuccess: () => leave(paths.closed),
    onError: (problem) => {
      setAsking(false)
      problems.refused(problem)
      if (problem.status === 409) onRefused()
    },
  })
  return (
    <Box component="form" noValidate onSubmit={ask} sx={{ display: 'grid', gap: 2.5, justifyItems: 'start' }}>
      <ErrorSummary title={t('ownData.problem')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <StepUpCode id={ids.code} purpose="closure" label={t('ownData.closure.code')} hint={t('ownData.closure.codeHint')} code={code} onChange={setCode} error={problems.errorOf('code')} />
      <BusyButton type="submit" color="error" busy={act.isPending} busyText={t('ownData.closure.busy')}>{t('ownData.closure.act')}</BusyButton>
      <ConfirmDialog
        open={asking} tone="bad" title={t('ownData.closure.confirmTitle')} confirmText={t('ownData.closure.act')} cancelText={t('ownData.closure.keep')} tick={t('ownData.closure.tick')}
        busy={act.isPending} busyText={t('ownData.closure.busy')} onConfirm={confirm} onCancel={() => setAsking(false)}
      >
        {t('ownData.closure.confirmText')}
      </ConfirmDialog>
    </Box>
  )
}
