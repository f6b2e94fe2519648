import { ConfirmDialog } from '@icp/ui'
import { useBlocker } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'

/** Draw it on a page; while `when` is true, leaving asks first: our own dialog for other pages, the browser's for closing the tab. */
export function LeaveGuard({ when }: { readonly when: boolean }) {
  const t = useShellText()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
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
