import { ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { type AccountRequestRow, AccountRequestState } from '@icp/contract'
import { accountNameShown, roleWords } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, ConfirmDialog, LabelledSelect, PageHeading, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FilteredRows } from '../shared/FilteredRows.js'
import { withCursor } from '../shared/with-cursor.js'
import { useConsoleText } from '../text.js'
import { requestSearch } from './keeping-search.js'
import { OnScreenLink } from './OnScreenLink.js'

const tones: Readonly<Record<AccountRequestRow['state'], Tone>> = { waiting: 'warn', agreed: 'good', declined: 'bad', expired: 'neutral', withdrawn: 'neutral' }

/** What needs two people: every administrator sees it, and another one than who asked decides. */
export function RequestsPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const search = requestSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listAccountRequests', { query: withCursor(search) }, { placeholderData: (previous) => previous, refetchInterval: 15_000 })
  const go = (next: object) => void navigate({ to: '.', search: next as never })
  const [asking, setAsking] = useState<{ readonly row: AccountRequestRow; readonly agree: boolean } | null>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly link: string | null } | null>(null)
  const act = useAct('decideAccountRequest', { refreshes: ['listAccountRequests', 'listInvitations', 'listAccounts', 'getAccount'] })
  const close = () => {
    act.reset()
    setAsking(null)
  }
  const words = asking?.agree === false ? 'decline' : 'agree'
  const postOf = ({ role, organisation }: AccountRequestRow) => (role ? [say(roleWords[role]), organisation].filter(Boolean).join(' · ') : null)
  return (
    <>
      <PageHeading lead={t('keeping.requests.lead')}>{t('keeping.requests.title')}</PageHeading>
      {said && <Banner tone="good" live="status">{said.text}</Banner>}
      {said?.link && <OnScreenLink link={said.link} />}
      <Box sx={{ maxWidth: 280, mb: 3 }}>
        <LabelledSelect
          id="request-state" label={t('keeping.requests.state')} emptyText={t('keeping.all')} value={search.state ?? ''}
          options={AccountRequestState.options.map((state) => ({ value: state, text: t(`keeping.requests.states.${state}`) }))} onChange={(state) => go(state ? { state } : {})}
        />
      </Box>
      <FilteredRows
        answer={list} caption={t('keeping.requests.caption')} count={(total) => t('keeping.requests.count', { total })} empty={t('keeping.requests.empty')}
        noneMatch={t('keeping.requests.noneMatch')} onClear={search.state ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'kind', heading: t('keeping.requests.kind'), main: true, cell: (row) => t(`keeping.requests.kinds.${row.kind}`) },
          {
            id: 'who', heading: t('keeping.requests.who'), minWidth: 140,
            cell: (row) => <>{row.name ? <>{row.name}{row.userName && ` (${row.userName})`}</> : row.userName ? say(accountNameShown(row.userName)) : t('keeping.none')}{postOf(row) && <Box sx={{ fontSize: '.9rem' }}>{t('keeping.requests.becomes', { post: postOf(row) ?? '' })}</Box>}</>,
          },
          { id: 'reason', heading: t('keeping.requests.reason'), minWidth: 160, cell: (row) => row.reason || t('keeping.none') },
          { id: 'asked', heading: t('keeping.requests.asked'), cell: (row) => <>{say(accountNameShown(row.askedBy))}<br /><Moment at={row.askedAt} /></> },
          {
            id: 'state', heading: t('keeping.requests.state'), minWidth: 150,
            cell: (row) => (
              <>
                <StatusMark tone={tones[row.state]} text={t(`keeping.requests.states.${row.state}`)} />
                <Box sx={{ mt: 0.5, fontSize: '.9rem' }}>
                  {row.decidedBy && row.decidedAt ? <>{say(accountNameShown(row.decidedBy))}<br /><Moment at={row.decidedAt} /></> : row.state !== 'withdrawn' && <>{t('keeping.requests.until')} <Moment at={row.expiresAt} /></>}
                </Box>
                {row.mayDecide
                  ? (
                    <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
                      <Button size="small" variant="contained" onClick={() => setAsking({ row, agree: true })}>{t('keeping.requests.agree')}</Button>
                      <Button size="small" variant="outlined" color="error" onClick={() => setAsking({ row, agree: false })}>{t('keeping.requests.decline')}</Button>
                    </Box>
                  )
                  : row.state === 'waiting' && <Box sx={{ color: 'text.secondary', fontSize: '.9rem' }}>{t('keeping.requests.notYou')}</Box>}
              </>
            ),
          },
        ]}
      />
      <ConfirmDialog
        open={asking !== null} title={t(`keeping.requests.${words}Title`)} tone={words === 'agree' ? 'plain' : 'bad'} confirmText={t(`keeping.requests.${words}`)}
        cancelText={t('keeping.cancel')} busy={act.isPending} busyText={t('keeping.sending')} onCancel={close}
        onConfirm={() => asking && act.mutate({ params: { id: asking.row.id }, body: { agree: asking.agree } }, {
          onSuccess: ({ onScreen }) => {
            setSaid({ text: t(`keeping.requests.done.${words}`), link: onScreen?.link ?? null })
            close()
          },
        })}
      >
        {act.error && <ProblemNotice problem={act.error} />}
        {asking && <p><strong>{format.labelled(t(`keeping.requests.kinds.${asking.row.kind}`), [asking.row.name, postOf(asking.row)].filter(Boolean).join(' → '))}</strong></p>}
        {t(`keeping.requests.${words}Text`)}
      </ConfirmDialog>
    </>
  )
}
