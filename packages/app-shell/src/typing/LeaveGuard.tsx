import { ConfirmDialog } from '@icp/ui'
import { useBlocker } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'

export interface LeaveGuardProps {
  readonly when: boolean
  /** Start of the addresses between which nothing is lost, such as the steps of one form; by default only the page itself. */
  readonly within?: string
}

/** Draw it on a page; while `when` is true, leaving asks first: our own dialog for other pages, the browser's for closing the tab. */
export function LeaveGuard({ when, within }: LeaveGuardProps) {
  const t = useShellText()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname && !(within && next.pathname.startsWith(within)),
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      title={t('leave.title')}
      confirmText={t('leave.leave')}
      cancelText={t('leave.stay')}
      tone="bad"
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('leave.text')}
    </ConfirmDialog>
  )
}
