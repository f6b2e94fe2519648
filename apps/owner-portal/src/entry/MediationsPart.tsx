import { ProblemNotice, useFormat, useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { Mediation } from '@icp/contract'
import { fieldLabel, type Finding, mediatedRules, mediationOutcomeWords, mediationOverWords, mediationStateWords, mediationTextMost } from '@icp/domain'
import { domainBothWays, mediationTones } from '@icp/filing-views'
import { BusyButton, Panel, ReasonWindow, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useDraft } from './use-draft.js'

/** What others have that keeps the filing back: one step asks their administration, whose answer stands here. `refused`: what the last finish was refused for. */
export function MediationsPart({ refused = [] }: { readonly refused?: readonly Finding[] }) {
  const t = useText()
  const draft = useDraft()
  const asked = useAnswer('listFilingMediations', { params: { id: draft.id } }).data?.rows ?? []
  const [asking, setAsking] = useState<Finding | null>(null)
  const found = [...draft.findings, ...refused].filter(({ rule }) => mediatedRules.includes(rule))
  const points = [...new Map(found.map((finding) => [finding.path, finding])).values()].filter(({ path }) => !asked.some((one) => one.state === 'open' && one.path === path))
  if (points.length === 0 && asked.length === 0) return null
  return (
    <Panel title={t('entry.mediation.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('entry.mediation.lead')}</Typography>
      {points.map((point) => <Point key={point.path} point={point} onAsk={() => setAsking(point)} />)}
      {asked.length > 0 && (
        <Box component="ul" aria-label={t('entry.mediation.list')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>{asked.map((one) => <Asked key={one.id} asked={one} />)}</Box>
      )}
      {asking && <AskWindow point={asking} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

/** The domain itself where there are several websites; else the field. */
const useWhat = () => {
  const say = useSay()
  const { content } = useDraft()
  return (path: string): string => {
    const service = content.services.find(({ id }) => path === `services.${id}.domain`)
    return service ? domainBothWays(service.domain) : say(fieldLabel(path, content))
  }
}

function Point({ point: { path, text }, onAsk }: { readonly point: Finding; readonly onAsk: () => void }) {
  const t = useText()
  const say = useSay()
  const what = useWhat()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between', mb: 2 }}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}><Box component="span" sx={{ fontWeight: 600, display: 'block' }}>{what(path)}</Box>{say(text)}</Box>
      <Button className="no-print" variant="outlined" onClick={onAsk} aria-label={t('entry.mediation.askOf', { what: what(path) })}>{t('entry.mediation.ask')}</Button>
    </Box>
  )
}

function Asked({ asked: { id, over, domain, state, askedAt, reason, outcome, answer } }: { readonly asked: Mediation }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const act = useAct('withdrawMediation', { refreshes: ['listFilingMediations'] })
  const what = domain === null ? say(mediationOverWords[over]) : domainBothWays(domain)
  return (
    <Box component="li" sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5, overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}><Box component="span" sx={{ fontWeight: 600 }}>{what}</Box><StatusMark tone={mediationTones[state]} text={say(mediationStateWords[state])} /></Box>
      <Typography sx={{ color: 'text.secondary' }}>{t('entry.mediation.asked', { at: format.dateTime(askedAt), reason })}</Typography>
      {outcome && <Typography sx={{ fontWeight: 600 }}>{say(mediationOutcomeWords[outcome])}</Typography>}
      {answer && <Typography sx={{ whiteSpace: 'pre-line' }}>{t('entry.mediation.answer', { answer })}</Typography>}
      {act.error && <ProblemNotice problem={act.error} />}
      {state === 'open' && (
        <Box className="no-print" sx={{ mt: 1 }}>
          <BusyButton size="small" variant="outlined" busy={act.isPending} busyText={t('entry.mediation.withdrawing')} aria-label={t('entry.mediation.withdrawOf', { what })} onClick={() => act.mutate({ params: { id } })}>
            {t('entry.mediation.withdraw')}
          </BusyButton>
        </Box>
      )}
    </Box>
  )
}

function AskWindow({ point: { path, text }, onClose }: { readonly point: Finding; readonly onClose: () => void }) {
  const t = useText()
  const say = useSay()
  const draft = useDraft()
  const what = useWhat()
  const act = useAct('askMediation', { refreshes: ['listFilingMediations'] })
  const send = async (reason: string) => {
    const { safe, version } = await draft.flush()
    if (safe) act.mutate({ params: { id: draft.id }, body: { version, path, reason } }, { onSuccess: onClose })
  }
  return (
    <ReasonWindow
      title={t('entry.mediation.askOf', { what: what(path) })} label={t('entry.mediation.reason')} hint={t('entry.mediation.hint', { most: mediationTextMost })} missing={t('entry.mediation.missing')} maxLength={mediationTextMost}
      words={{ confirm: t('entry.mediation.send'), busy: t('entry.mediation.sending'), cancel: t('entry.cancel'), close: t('entry.close') }} busy={act.isPending}
      notice={act.error && <ProblemNotice problem={act.error} />} onConfirm={(reason) => void send(reason)} onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>{say(text)}</p>
      {t('entry.mediation.text')}
    </ReasonWindow>
  )
}
