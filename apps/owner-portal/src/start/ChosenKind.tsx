import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { RegisterSubjectView } from '@icp/contract'
import { choicesOnRecord, type FilingKind, formOf, kindObstacle, kindWords, wayOf } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { useKnownRuleData, useTypedDomain } from '@icp/filing-views'
import { Banner, BusyButton, LabelledChoices, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { standingOf } from '../shared/record-standing.js'
import { draftSearch, firstStepPath, onePagePathOf } from '../shared/draft-path.js'

interface ChosenKindProps {
  readonly kind: FilingKind
  readonly record: RegisterSubjectView
}

/** What the chosen kind is, what follows and how long it takes; then its beginning, or why it cannot begin now. */
export function ChosenKind({ kind, record }: ChosenKindProps) {
  const t = useText()
  const say = useSay()
  useKnownRuleData()
  const context = useRuleContext()
  const choice = choicesOnRecord.find((one) => one.kind === kind)
  const obstacle = kind === 'new-subject' ? null : kindObstacle(kind, standingOf(record, context))
  const [running] = record.openFilings
  return (
    <Panel title={say(kindWords[kind])}>
      {choice && <Typography sx={{ mb: 2 }}>{say(choice.effect)}</Typography>}
      <Typography component="h3" variant="h4" sx={{ mb: 1 }}>{t('finder.way')}</Typography>
      <Box component="ol" sx={{ mt: 0, mb: 2.5, pl: 2.5, display: 'grid', gap: 0.5 }}>
        {wayOf(kind).map((stage) => <li key={stage.key}>{say(stage.label)} <Box component="span" sx={{ color: 'text.secondary' }}>· {say(stage.time)}</Box></li>)}
      </Box>
      {obstacle
        ? (
          <Banner
            tone="warn" title={t('finder.notNow')}
            actions={running && <Button variant="outlined" component={Link} to={paths.progressOne} params={{ id: running.id } as never}>{t('start.progress')}</Button>}
          >
            {say(obstacle)}
          </Banner>
        )
        : formOf(kind) !== 'registration'
          ? <Button variant="contained" component={Link} to={onePagePathOf(kind)} search={{ record: record.id } as never}>{t('finder.goOn')}</Button>
          : <Begin kind={kind} record={record} />}
    </Panel>
  )
}

function Begin({ kind, record }: ChosenKindProps) {
  const t = useText()
  const typedDomain = useTypedDomain()
  const navigate = useNavigate()
  const create = useAct('createFiling', { refreshes: ['listFilings', 'getFiling'] })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const asksWebsites = kind === 'new-access'
  const missing = asksWebsites && chosen.length === 0
  const begin = () => {
    setTried(true)
    if (missing || create.isPending) return
    const about = kind === 'new-subject' ? {} : { subjectNumber: record.number, ...(asksWebsites ? { serviceNumbers: [...chosen] } : {}) }
    create.mutate({ body: { kind, ...about } }, {
      onSuccess: (draft) => void navigate({ to: firstStepPath(kind), search: draftSearch(draft) as never }),
    })
  }
  return (
    <>
      {create.error && <ProblemNotice problem={create.error} />}
      {asksWebsites && (
        <Box sx={{ mb: 2.5 }}>
          <LabelledChoices
            id="finder-websites" label={t('finder.websites')} required value={chosen} onChange={setChosen} {...(tried && missing ? { error: t('finder.noWebsite') } : {})}
            options={record.services.filter((service) => service.state === 'in-force').map((service) => ({ value: service.number, text: `${service.name} · ${typedDomain(service)}`, hint: service.number }))}
          />
        </Box>
      )}
      <BusyButton busy={create.isPending} busyText={t('entry.starting')} onClick={begin}>{t('finder.begin')}</BusyButton>
    </>
  )
}
