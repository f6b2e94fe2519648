import { useFormat } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { MediationRow } from '@icp/contract'
import { mediationOutcomeWords, mediationOverWords, MediationState, mediationStateWords, provinceName } from '@icp/domain'
import { domainBothWays, mediationTones } from '@icp/filing-views'
import { Banner, LabelledSelect, PageHeading, Small, StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { filingPath, paths } from '../paths.js'
import { ConflictStanding } from '../shared/ConflictStanding.js'
import { FilteredRows } from '../shared/FilteredRows.js'
import { useConsoleText } from '../text.js'
import { AnswerWindow } from './AnswerWindow.js'
import { mediationQuery, type MediationSearch, mediationSearch } from './mediation-search.js'

/** What owners who are kept back by others ask the province about, both sides, and its answers. */
export function MediationsPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const search = mediationSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listMediations', { query: mediationQuery(search) }, { placeholderData: (previous) => previous })
  const [answering, setAnswering] = useState<MediationRow | null>(null)
  const [done, setDone] = useState(false)
  const go = (next: MediationSearch) => {
    setDone(false)
    void navigate({ to: '.', search: next as never })
  }
  return (
    <>
      <PageHeading lead={t('mediations.lead')}>{t('mediations.title')}</PageHeading>
      {done && <Banner tone="good" live="status" title={t('mediations.done')} />}
      <Box role="search" aria-label={t('mediations.filters')} sx={{ mb: 3, maxWidth: 300 }}>
        <LabelledSelect
          id="mediation-state" label={t('mediations.state')} value={search.state ?? 'open'} options={MediationState.options.map((state) => ({ value: state, text: say(mediationStateWords[state]) }))}
          onChange={(state) => go({ state: (state || undefined) as MediationState | undefined })}
        />
      </Box>
      <FilteredRows
        answer={list} caption={t('mediations.caption')} count={(total) => t('mediations.count', { total })} empty={t('mediations.empty')} noneMatch={t('mediations.noneMatch')}
        onClear={search.state && search.state !== 'open' ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'what', heading: t('mediations.what'), main: true, minWidth: 130, cell: (row) => <What row={row} /> },
          { id: 'applicant', heading: t('mediations.applicant'), minWidth: 130, cell: (row) => <Applicant row={row} /> },
          { id: 'holder', heading: t('mediations.holder'), minWidth: 170, cell: (row) => <Holder row={row} /> },
          { id: 'reason', heading: t('mediations.reason'), minWidth: 130, cell: ({ reason }) => <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{reason}</Box> },
          { id: 'stands', heading: t('mediations.stands'), minWidth: 140, cell: (row) => <Standing row={row} onAnswer={() => setAnswering(row)} /> },
        ]}
      />
      {answering && (
        <AnswerWindow
          row={answering} onClose={() => setAnswering(null)}
          onDone={() => {
            setAnswering(null)
            setDone(true)
          }}
        />
      )}
    </>
  )
}

function What({ row: { over, domain, rule, askedAt } }: { readonly row: MediationRow }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  return (
    <>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{domain === null ? say(mediationOverWords[over]) : domainBothWays(domain)}</Box>
      <Small>{[...(domain === null ? [] : [say(mediationOverWords[over])]), t('mediations.rule', { rule })].join(' · ')}</Small>
      <Small>{t('mediations.asked', { at: format.dateTime(askedAt) })}</Small>
    </>
  )
}

function Applicant({ row: { applicant, first } }: { readonly row: MediationRow }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  return (
    <>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{applicant.subjectName}</Box>
      <Small>{[say(provinceName(applicant.province)), ...(first === 'applicant' ? [t('mediations.first')] : [])].join(' · ')}</Small>
      <Small>{t('mediations.begun', { at: format.dateTime(applicant.since) })}</Small>
    </>
  )
}

function Holder({ row: { holder, holderChangedAt, first, mayAnswer } }: { readonly row: MediationRow }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  if (!holder) return <>{t('mediations.gone')}</>
  const { subjectName, province, number, since, is, id } = holder
  return (
    <>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{subjectName}</Box>
      <Small>{[say(provinceName(province)), ...(number ? [number] : []), ...(first === 'holder' ? [t('mediations.first')] : [])].join(' · ')}</Small>
      <ConflictStanding side={holder} />
      <Small>{t(is === 'record' ? 'mediations.inForce' : 'mediations.finished', { at: format.dateTime(since) })}</Small>
      {holderChangedAt && <Small>{t('mediations.changed', { at: format.dateTime(holderChangedAt) })}</Small>}
      {mayAnswer && number && id && (
        <Link {...(is === 'filing' ? { to: filingPath(id) } : { to: paths.filings as string, search: { q: number } as never })} aria-label={t('mediations.seeOf', { number })}>{t('mediations.see')}</Link>
      )}
    </>
  )
}

function Standing({ row, onAnswer }: { readonly row: MediationRow; readonly onAnswer: () => void }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const { state, outcome, answer, endedAt, mayAnswer, holder, holderTold, domain, over } = row
  return (
    <>
      <StatusMark tone={mediationTones[state]} text={say(mediationStateWords[state])} />
      {endedAt && <Small>{format.dateTime(endedAt)}</Small>}
      {outcome && <Box>{say(mediationOutcomeWords[outcome])}</Box>}
      {answer && <Small>{answer}</Small>}
      {holderTold && <Small>{t('mediations.told')}</Small>}
      {outcome === 'clearing' && <Link to={paths.hollow}>{t('mediations.hollow')}</Link>}
      {mayAnswer && (
        <Box sx={{ mt: 1 }}>
          <Button size="small" variant="outlined" onClick={onAnswer} aria-label={t('mediations.answerOf', { what: domain ?? say(mediationOverWords[over]) })}>{t('mediations.answer')}</Button>
        </Box>
      )}
      {state === 'open' && !mayAnswer && holder && <Small>{t('mediations.otherProvince', { province: say(provinceName(holder.province)) })}</Small>}
    </>
  )
}
