import { ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { type InvitationRow, InvitationState } from '@icp/contract'
import { accountNameShown, roleWords } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, ConfirmDialog, LabelledSelect, PageHeading, StatusMark, type Tone, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FilteredRows } from '../shared/FilteredRows.js'
import { withCursor } from '../shared/with-cursor.js'
import { useConsoleText } from '../text.js'
import { invitationSearch } from './keeping-search.js'
import { InviteWindow } from './InviteWindow.js'
import { OnScreenLink } from './OnScreenLink.js'

const tones: Readonly<Record<InvitationState, Tone>> = { waiting: 'warn', sent: 'progress', expired: 'neutral', accepted: 'good', revoked: 'neutral' }

/** Who was invited, how far it is, and the way to invite somebody. */
export function InvitationsPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const search = invitationSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listInvitations', { query: withCursor(search) }, { placeholderData: (previous) => previous })
  const go = (next: object) => void navigate({ to: '.', search: next as never })
  const [inviting, setInviting] = useState(false)
  const [revoking, setRevoking] = useState<InvitationRow | null>(null)
  const [said, setSaid] = useState<{ readonly text: string; readonly link: string | null } | null>(null)
  const resend = useAct('resendInvitation', { refreshes: ['listInvitations'] })
  const revoke = useAct('revokeInvitation', { refreshes: ['listInvitations', 'listAccountRequests'] })
  const sent = ({ invitation, onScreen }: { invitation: InvitationRow; onScreen: { link: string } | null }) => {
    setInviting(false)
    setSaid({ text: t(invitation.state === 'waiting' ? 'keeping.invitations.asked' : 'keeping.invitations.sent', { name: invitation.name }), link: onScreen?.link ?? null })
  }
  const stay = () => {
    revoke.reset()
    setRevoking(null)
  }
  const isOpen = (row: InvitationRow) => ['waiting', 'sent', 'expired'].includes(row.state)
  return (
    <>
      <PageHeading lead={t('keeping.invitations.lead')} actions={<Button variant="contained" onClick={() => setInviting(true)}>{t('keeping.invitations.invite')}</Button>}>
        {t('keeping.invitations.title')}
      </PageHeading>
      {said && <Banner tone="good" live="status">{said.text}</Banner>}
      {said?.link && <OnScreenLink link={said.link} />}
      {resend.error && <ProblemNotice problem={resend.error} />}
      <Box sx={{ maxWidth: 280, mb: 3 }}>
        <LabelledSelect
          id="invitation-state" label={t('keeping.invitations.state')} emptyText={t('keeping.all')} value={search.state ?? ''}
          options={InvitationState.options.map((state) => ({ value: state, text: t(`keeping.invitations.states.${state}`) }))} onChange={(state) => go(state ? { state } : {})}
        />
      </Box>
      <FilteredRows
        answer={list} caption={t('keeping.invitations.caption')} count={(total) => t('keeping.invitations.count', { total })} empty={t('keeping.invitations.empty')}
        noneMatch={t('keeping.invitations.noneMatch')} onClear={search.state ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'name', heading: t('keeping.invitations.name'), main: true, whole: true, cell: (row) => row.name },
          {
            id: 'role', heading: t('keeping.invitations.role'), whole: true,
            cell: (row) => <>{say(roleWords[row.role])}{row.purpose !== 'join' && <Box sx={{ color: 'text.secondary', fontSize: '.9rem' }}>{t(`keeping.invitations.purposes.${row.purpose}`)}</Box>}</>,
          },
          { id: 'organisation', heading: t('keeping.invitations.organisation'), minWidth: 140, cell: (row) => row.organisation ?? t('keeping.none') },
          { id: 'contact', heading: t('keeping.invitations.contact'), cell: (row) => <>{row.mobile}<br />{row.email}</> },
          {
            id: 'state', heading: t('keeping.invitations.state'),
            cell: (row) => (
              <>
                <StatusMark tone={tones[row.state]} text={t(`keeping.invitations.states.${row.state}`)} />
                {row.state === 'sent' && row.expiresAt && <Box sx={{ mt: 0.5, fontSize: '.9rem' }}>{t('keeping.invitations.until')} <Moment at={row.expiresAt} /></Box>}
              </>
            ),
          },
          {
            id: 'invitedAt', heading: t('keeping.invitations.invitedAt'), minWidth: 110,
            cell: (row) => <><Moment at={row.invitedAt} />{row.invitedBy && <Box sx={{ fontSize: '.9rem' }}>{t('keeping.invitations.by', { by: say(accountNameShown(row.invitedBy)) })}</Box>}</>,
          },
          {
            id: 'act', heading: t('keeping.invitations.act'),
            cell: (row) => isOpen(row) && (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
                {row.state !== 'waiting' && (
                  <Button size="small" variant="outlined" disabled={resend.isPending} onClick={() => resend.mutate({ params: { id: row.id } }, { onSuccess: sent })}>
                    {t('keeping.invitations.resend')}
                  </Button>
                )}
                <Button size="small" variant="outlined" color="error" onClick={() => setRevoking(row)}>{t('keeping.invitations.revoke')}</Button>
              </Box>
            ),
          },
        ]}
      />
      {inviting && <InviteWindow onClose={() => setInviting(false)} onDone={sent} />}
      <ConfirmDialog
        open={revoking !== null} title={t('keeping.invitations.revokeTitle', { name: revoking?.name ?? '' })} tone="bad" confirmText={t('keeping.invitations.revoke')}
        cancelText={t('keeping.cancel')} busy={revoke.isPending} busyText={t('keeping.sending')} onCancel={stay}
        onConfirm={() => revoking && revoke.mutate({ params: { id: revoking.id } }, {
          onSuccess: () => {
            setRevoking(null)
            setSaid({ text: t('keeping.invitations.revoked'), link: null })
          },
        })}
      >
        {revoke.error && <ProblemNotice problem={revoke.error} />}
        {t('keeping.invitations.revokeText')}
      </ConfirmDialog>
    </>
  )
}
