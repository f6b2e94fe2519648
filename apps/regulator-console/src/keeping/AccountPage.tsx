import { Answered, useMe } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { KeptAccount } from '@icp/contract'
import { accountNameShown, roleWords } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, DataRows, DefinitionRows, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { type AccountAct, actsOn } from './account-acts.js'
import { type Kept, PlainAct, ReasonedAct } from './ActWindow.js'
import { OnScreenLink } from './OnScreenLink.js'
import { RoleWindow } from './RoleWindow.js'
import { stateTones } from './state-tones.js'

/** One account: what it is, what may be done to it, and what was done by whom and why. */
export function AccountPage() {
  const t = useConsoleText()
  const { id } = useParams({ strict: false }) as { id: string }
  const account = useAnswer('getAccount', { params: { id } })
  return (
    <>
      <Box sx={{ mb: 1 }}><Link to={paths.accounts}>{t('keeping.account.back')}</Link></Box>
      <Answered answer={account} rows={6} heading={t('keeping.accounts.title')}>{(shown) => <Shown account={shown} />}</Answered>
    </>
  )
}

function Shown({ account }: { readonly account: KeptAccount }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const me = useMe()
  const [act, setAct] = useState<AccountAct | null>(null)
  const [done, setDone] = useState<{ readonly act: AccountAct; readonly kept: Kept } | null>(null)
  const close = () => setAct(null)
  const shared = {
    account, onClose: close,
    onDone: (kept: Kept) => {
      if (act) setDone({ act, kept })
      close()
    },
  }
  const isOwn = account.id === me.id
  const ended = account.state === 'closed' || account.state === 'emptied' ? account.state : null
  return (
    <>
      <PageHeading actions={<StatusMark tone={stateTones[account.state]} text={t(`keeping.states.${account.state}`)} />}>
        {ended ? t(`keeping.accounts.${ended}`) : t('keeping.account.title', { userName: account.userName })}
      </PageHeading>
      {done && <Banner tone="good" live="status">{t(done.kept.waitsForSecondPerson ? 'keeping.account.asked' : `keeping.account.done.${done.act}`)}</Banner>}
      {done?.kept.onScreen && <OnScreenLink link={done.kept.onScreen.link} />}
      {account.stopped && <Banner tone="warn">{t('keeping.account.stopped')}</Banner>}
      {account.waitUntil && !account.stopped && <Banner tone="warn">{t('keeping.account.wait', { until: format.dateTime(account.waitUntil) })}</Banner>}
      {account.emptiedFrom && <Banner tone="warn">{t('keeping.account.emptiedFrom', { day: format.day(account.emptiedFrom) })}</Banner>}
      {account.waiting.length > 0 && <Banner tone="warn" title={t('keeping.account.waiting')}>{account.waiting.map((kind) => t(`keeping.account.waitingKinds.${kind}`)).join(' · ')}</Banner>}
      <Panel title={t('keeping.account.facts')}>
        <DefinitionRows
          rows={[
            { label: t('keeping.accounts.name'), value: account.name || t('keeping.none') }, { label: t('keeping.accounts.role'), value: say(roleWords[account.role]) },
            { label: t('keeping.accounts.organisation'), value: account.organisation ?? t('keeping.none') },
            { label: t('keeping.account.mobile'), value: account.mobile || t('keeping.none') }, { label: t('keeping.account.email'), value: account.email || t('keeping.none') },
            { label: t('keeping.accounts.registered'), value: <Moment at={account.registeredAt} /> },
            { label: t('keeping.accounts.lastLogOn'), value: account.lastLogOnAt ? <Moment at={account.lastLogOnAt} /> : ended ? t('keeping.none') : t('keeping.accounts.never') },
            { label: t('keeping.account.sessions'), value: String(account.sessions) },
            {
              label: t('keeping.account.authenticator'),
              value: account.authenticatorSince
                ? t('keeping.account.authenticatorSince', { at: format.dateTime(account.authenticatorSince), left: account.recoveryCodesLeft })
                : ended ? t('keeping.none') : t(account.role === 'owner' ? 'keeping.account.ownerWay' : 'keeping.account.noAuthenticator'),
            },
          ]}
        />
      </Panel>
      <Panel title={t('keeping.account.acts')}>
        {isOwn || ended ? <Typography>{t(isOwn ? 'keeping.account.own' : `keeping.account.${ended ?? 'closed'}`)}</Typography> : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            {actsOn(account).map((one) => (
              <Button key={one} variant="outlined" color={one === 'disable' ? 'error' : 'primary'} onClick={() => setAct(one)}>{t(`keeping.account.actWords.${one}`)}</Button>
            ))}
          </Box>
        )}
      </Panel>
      <Panel title={t('keeping.account.history')}>
        {account.acts.length === 0 ? <Typography>{t('keeping.account.historyNone')}</Typography> : (
          <DataRows
            caption={t('keeping.account.history')} rows={account.acts} rowKey={({ at, act: what }) => `${at} ${what}`}
            columns={[
              { id: 'what', heading: t('keeping.account.what'), main: true, cell: (row) => t(`keeping.account.actWords.${row.act}`) },
              { id: 'when', heading: t('keeping.account.when'), cell: (row) => <Moment at={row.at} /> },
              { id: 'by', heading: t('keeping.account.by'), cell: (row) => say(accountNameShown(row.by)) },
              { id: 'reason', heading: t('keeping.account.reason'), minWidth: 160, cell: (row) => row.reason || t('keeping.none') },
            ]}
          />
        )}
      </Panel>
      {(act === 'disable' || act === 'enable' || act === 'reset-authenticator') && <ReasonedAct act={act} {...shared} />}
      {(act === 'end-sessions' || act === 'clear-stop') && <PlainAct act={act} {...shared} />}
      {act === 'change-role' && <RoleWindow {...shared} />}
    </>
  )
}
