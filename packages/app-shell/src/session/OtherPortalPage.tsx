import { useAnswer } from '@icp/client'
import type { Me } from '@icp/contract'
import { Banner, BusyButton, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import { useShellText } from '../language/use-text.js'
import { useLogOff } from './use-log-off.js'

/** Somebody of another category has a session here. */
export function OtherPortalPage({ me }: { readonly me: Me }) {
  const t = useShellText()
  const site = useAnswer('getSite', {}, { staleTime: 60_000 })
  const { busy, logOff } = useLogOff()
  const address = site.data?.portals[me.category]
  return (
    <>
      <PageHeading>{t('session.otherTitle')}</PageHeading>
      <Banner
        tone="warn"
        actions={(
          <>
            {address && <Button variant="contained" component="a" href={address}>{t('session.otherGo')}</Button>}
            <BusyButton variant="outlined" busy={busy} busyText={t('account.leaving')} onClick={logOff}>{t('account.logOff')}</BusyButton>
          </>
        )}
      >
        {t('session.otherText', { name: me.name })}
      </Banner>
    </>
  )
}
