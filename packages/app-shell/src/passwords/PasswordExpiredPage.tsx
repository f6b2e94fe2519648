import { Banner, PageHeading } from '@icp/ui'
import { passwordDays } from '@icp/domain'
import { PasswordPanel } from '../account/PasswordPanel.js'
import { useShellText } from '../language/use-text.js'

/** Before anything else: where passwords end after a time, a new one in place of one that is too old. */
export function PasswordExpiredPage() {
  const t = useShellText()
  return (
    <>
      <PageHeading>{t('passwords.expiredTitle')}</PageHeading>
      <Banner tone="warn" title={t('passwords.expiredText', { days: passwordDays })} />
      <PasswordPanel />
    </>
  )
}
