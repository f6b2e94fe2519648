import { ProblemNotice } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { ReadRecord } from '@icp/contract'
import { accountNameShown } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, DataRows, EmptyState, LoadingRows, PageHeading, saveFile, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { endOf, scopeSearch, startOf } from './audit-search.js'
import { SearchFields } from './SearchFields.js'
import { useActionName, useRoleName } from './use-names.js'

const shownAtOnce = 100
const noInstant = '2026-01-01T00:00:00.000Z'

/** After an account was broken into: every record that it has read or acted on in a period, so that those concerned can be told. */
export function BreachScopePage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const nameOf = useActionName()
  const roleOf = useRoleName()
  const { account, from, to } = scopeSearch.parse(useSearch({ strict: false }))
  const [shown, setShown] = useState(shownAtOnce)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const isAsked = Boolean(account && from && to)
  const query = { account: account ?? '', from: from ? startOf(from) : noInstant, to: to ? endOf(to) : noInstant }
  const scope = useAnswer('getBreachScope', { query }, { enabled: isAsked, retry: false, refetchOnWindowFocus: false })
  const ask = (values: Readonly<Record<string, string | undefined>>) => {
    const asked = scopeSearch.parse(values)
    const cleared = !asked.account && !asked.from && !asked.to
    setMissing(new Set(cleared ? [] : (['account', 'from', 'to'] as const).filter((name) => !asked[name])))
    setShown(shownAtOnce)
    void navigate({ to: '.', search: asked as never })
  }
  const errorAt = (name: string) => (missing.has(name) ? { error: t('audit.scope.needed') } : {})
  return (
    <>
      <PageHeading lead={t('audit.scope.lead')}>{t('audit.scope.title')}</PageHeading>
      <SearchFields
        values={{ account, from, to }} onSearch={ask} words={{ go: t('audit.scope.go'), clear: t('audit.entries.clear') }}
        fields={[
          { name: 'account', label: t('audit.scope.account'), hint: t('audit.scope.accountHint'), ...errorAt('account') },
          { name: 'from', label: t('audit.entries.from'), type: 'date', ...errorAt('from') },
          { name: 'to', label: t('audit.entries.to'), type: 'date', ...errorAt('to') },
        ]}
      />
      {!isAsked && <EmptyState text={t('audit.scope.start')} />}
      {isAsked && scope.isLoading && <LoadingRows label={t('audit.scope.looking')} />}
      {isAsked && scope.error && <ProblemNotice problem={scope.error} retry={() => void scope.refetch()} />}
      {isAsked && scope.data && (
        <>
          <Banner
            tone={scope.data.rows.length === 0 ? 'good' : 'warn'} live="status"
            title={t('audit.scope.found', { name: say(accountNameShown(scope.data.account.userName)), role: roleOf(scope.data.account.role), records: scope.data.rows.length })}
            {...(scope.data.rows.length === 0 ? {} : {
              actions: <Button variant="outlined" onClick={() => saveFile(new Blob([csvOf(scope.data.rows)], { type: 'text/csv' }), `breach-scope-${scope.data.account.userName.replaceAll(' ', '-')}.csv`)}>{t('audit.scope.save')}</Button>,
            })}
          >
            {t('audit.scope.entries', { entries: scope.data.entries })}
          </Banner>
          {scope.data.rows.length > 0 && (
            <DataRows
              caption={t('audit.scope.title')} rows={scope.data.rows.slice(0, shown)} rowKey={(row) => row.object} cardsBelow={900}
              columns={[
                { id: 'record', heading: t('audit.scope.record'), main: true, minWidth: 220, cell: (row) => <>{row.reference && <Box>{row.reference}</Box>}<Box component="code" sx={{ overflowWrap: 'anywhere', fontSize: '.82rem' }}>{row.object}</Box></> },
                { id: 'reads', heading: t('audit.scope.reads'), numeric: true, cell: (row) => String(row.reads) },
                { id: 'acts', heading: t('audit.scope.acts'), numeric: true, cell: (row) => String(row.acts) },
                { id: 'actions', heading: t('audit.scope.actions'), minWidth: 180, cell: (row) => row.actions.map(nameOf).join(t('audit.scope.comma')) },
                { id: 'first', heading: t('audit.scope.first'), cell: (row) => <Moment at={row.first} /> },
                { id: 'last', heading: t('audit.scope.last'), cell: (row) => <Moment at={row.last} /> },
              ]}
            />
          )}
          {scope.data.rows.length > shown && (
            <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setShown(shown + shownAtOnce)}>{t('audit.scope.more', { left: scope.data.rows.length - shown })}</Button>
          )}
        </>
      )}
    </>
  )
}

/** Ids, codes and times of ours; each cell quoted. */
const csvOf = (rows: readonly ReadRecord[]): string =>
  ['object,reference,reads,acts,first,last,actions', ...rows.map((row) =>
    [row.object, row.reference ?? '', row.reads, row.acts, row.first, row.last, row.actions.join(' ')].map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\r\n')
