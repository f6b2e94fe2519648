import { ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { BlacklistEntry } from '@icp/contract'
import { accountNameShown, BlacklistKind, BlacklistStanding, certificateTypes } from '@icp/domain'
import { domainBothWays } from '@icp/filing-views'
import { Banner, ConfirmDialog, PageHeading, Small, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FilteredRows } from '../shared/FilteredRows.js'
import { useConsoleText } from '../text.js'
import { BlacklistFilters } from './BlacklistFilters.js'
import { blacklistQuery, type BlacklistSearch, blacklistSearch } from './blacklist-search.js'
import { BlacklistWindow } from './BlacklistWindow.js'
import { useCertificateTypeText } from './use-certificate-type-text.js'

const tones: Readonly<Record<BlacklistStanding, Tone>> = { planned: 'warn', 'in-force': 'bad', over: 'neutral', lifted: 'good' }

/** Whom and what no filing may be about, and the ways onto that list and off it. */
export function BlacklistPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const search = blacklistSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listBlacklist', { query: blacklistQuery(search) }, { placeholderData: (previous) => previous })
  const [adding, setAdding] = useState(false)
  const [lifting, setLifting] = useState<BlacklistEntry | null>(null)
  const [done, setDone] = useState<'add' | 'lift' | null>(null)
  const what = useWhat()
  const format = useFormat()
  const go = (next: BlacklistSearch) => void navigate({ to: '.', search: next as never })
  const isFiltered = Boolean(search.q ?? search.kind ?? search.standing)
  return (
    <>
      <PageHeading lead={t('blacklist.lead')} actions={<Button variant="contained" onClick={() => setAdding(true)}>{t('blacklist.add')}</Button>}>{t('blacklist.title')}</PageHeading>
      {done && <Banner tone="good" live="status">{t(`blacklist.done.${done}`)}</Banner>}
      <BlacklistFilters search={search} onChange={go} isFiltered={isFiltered} kinds={BlacklistKind.options} standings={BlacklistStanding.options} />
      <FilteredRows
        answer={list} caption={t('blacklist.caption')} count={(total) => t('blacklist.count', { total })} empty={t('blacklist.empty')} noneMatch={t('blacklist.noneMatch')}
        onClear={isFiltered ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'who', heading: t('blacklist.who'), main: true, minWidth: 190, cell: (row) => <><Box component="span" sx={{ overflowWrap: 'anywhere' }}>{what(row).name}</Box><Small>{what(row).kind}</Small></> },
          { id: 'why', heading: t('blacklist.why'), minWidth: 190, cell: (row) => <>{row.reason}<Small>{row.source}</Small></> },
          {
            id: 'days', heading: t('blacklist.days'),
            cell: ({ validFrom, validUntil }) => (validUntil ? t('blacklist.fromTo', { from: format.day(validFrom), until: format.day(validUntil) }) : t('blacklist.from', { from: format.day(validFrom) })),
          },
          { id: 'standing', heading: t('blacklist.standing'), cell: ({ standing }) => <StatusMark tone={tones[standing]} text={t(`blacklist.standings.${standing}`)} /> },
          { id: 'by', heading: t('blacklist.by'), cell: ({ addedBy, liftedBy }) => <>{t('blacklist.addedBy', { name: say(accountNameShown(addedBy)) })}{liftedBy !== null && <Small>{t('blacklist.liftedBy', { name: say(accountNameShown(liftedBy)) })}</Small>}</> },
          {
            id: 'act', heading: t('blacklist.act'),
            cell: (row) => (row.standing === 'lifted' ? null : <Button size="small" variant="outlined" aria-label={t('blacklist.liftOf', { what: what(row).name })} onClick={() => setLifting(row)}>{t('blacklist.lift')}</Button>),
          },
        ]}
      />
      {adding && (
        <BlacklistWindow
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            setDone('add')
          }}
        />
      )}
      {lifting && (
        <LiftWindow
          entry={lifting} name={what(lifting).name} onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null)
            setDone('lift')
          }}
        />
      )}
    </>
  )
}

/** What an entry is about, and what kind of thing that is. */
const useWhat = () => {
  const t = useConsoleText()
  const typeText = useCertificateTypeText()
  return ({ kind, domain, certificateType, certificateNumber }: BlacklistEntry): { name: string; kind: string } => {
    if (kind === 'domain') return { name: domainBothWays(domain ?? ''), kind: t('blacklist.kinds.domain') }
    const type = certificateTypes.find(({ id }) => id === certificateType)
    return { name: certificateNumber === '' ? t('blacklist.erased') : certificateNumber ?? '', kind: [t('blacklist.kinds.subject'), ...(type ? [typeText(type)] : [])].join(' · ') }
  }
}

interface LiftWindowProps {
  readonly entry: BlacklistEntry
  readonly name: string
  readonly onClose: () => void
  readonly onDone: () => void
}

function LiftWindow({ entry: { id, version }, name, onClose, onDone }: LiftWindowProps) {
  const t = useConsoleText()
  const act = useAct('liftFromBlacklist', { refreshes: ['listBlacklist'] })
  return (
    <ConfirmDialog
      open title={t('blacklist.liftOf', { what: name })} confirmText={t('blacklist.lift')} cancelText={t('keeping.cancel')} busy={act.isPending} busyText={t('keeping.sending')} tone="plain"
      onCancel={onClose} onConfirm={() => act.mutate({ params: { id }, body: { version } }, { onSuccess: onDone })}
    >
      {act.error && <ProblemNotice problem={act.error} />}
      {t('blacklist.liftMeans')}
    </ConfirmDialog>
  )
}
