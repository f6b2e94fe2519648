import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { AnswerOf, KeptAccount } from '@icp/contract'
import { Banner, ConfirmDialog, ReasonWindow } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { type AccountAct, waitsForAnother } from './account-acts.js'

export type Kept = AnswerOf<'disableAccount'>

export interface ActWindowProps {
  readonly account: KeptAccount
  readonly onClose: () => void
  readonly onDone: (kept: Kept) => void
}

export const keepingRefreshes = ['getAccount', 'listAccounts', 'listAccountRequests', 'listInvitations'] as const

/** Disable, enable or reset: says what follows, asks for the reason, and says when a second person is needed. */
export function ReasonedAct({ act, account, onClose, onDone }: ActWindowProps & { readonly act: 'disable' | 'enable' | 'reset-authenticator' }) {
  const t = useConsoleText()
  const disable = useAct('disableAccount', { refreshes: keepingRefreshes })
  const enable = useAct('enableAccount', { refreshes: keepingRefreshes })
  const reset = useAct('resetAuthenticator', { refreshes: keepingRefreshes })
  const sent = { disable, enable, 'reset-authenticator': reset }[act]
  return (
    <ReasonWindow
      title={t(`keeping.account.actWords.${act}`)} label={t('keeping.account.reasonLabel')} hint={t('keeping.account.reasonHint')} missing={t('keeping.account.reasonMissing')}
      maxLength={500} tone={act === 'enable' ? 'plain' : 'bad'} busy={sent.isPending}
      words={{ confirm: t(`keeping.account.actWords.${act}`), busy: t('keeping.sending'), cancel: t('keeping.cancel'), close: t('keeping.close') }}
      notice={sent.error && <ProblemNotice problem={sent.error} />} onClose={onClose}
      onConfirm={(reason) => sent.mutate({ params: { id: account.id }, body: { reason } }, { onSuccess: onDone })}
    >
      <p style={{ marginTop: 0 }}>{t(`keeping.account.means.${act}`)}</p>
      {waitsForAnother(act, account) && <Banner tone="neutral">{t('keeping.account.twoPeople')}</Banner>}
    </ReasonWindow>
  )
}

/** End the sessions or lift the stop: one question, no reason asked. */
export function PlainAct({ act, account, onClose, onDone }: ActWindowProps & { readonly act: Extract<AccountAct, 'end-sessions' | 'clear-stop'> }) {
  const t = useConsoleText()
  const end = useAct('endAccountSessions', { refreshes: keepingRefreshes })
  const clear = useAct('clearLogOnStop', { refreshes: keepingRefreshes })
  const sent = { 'end-sessions': end, 'clear-stop': clear }[act]
  return (
    <ConfirmDialog
      open title={t(`keeping.account.actWords.${act}`)} confirmText={t(`keeping.account.actWords.${act}`)} cancelText={t('keeping.cancel')} busy={sent.isPending}
      busyText={t('keeping.sending')} tone={act === 'end-sessions' ? 'bad' : 'plain'} onCancel={onClose}
      onConfirm={() => sent.mutate({ params: { id: account.id } }, { onSuccess: onDone })}
    >
      {sent.error && <ProblemNotice problem={sent.error} />}
      {t(`keeping.account.means.${act}`)}
    </ConfirmDialog>
  )
}
