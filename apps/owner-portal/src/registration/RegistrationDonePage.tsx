import { useText } from '@icp/app-shell'
import { PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { RegistrationSteps } from './RegistrationSteps.js'

/** The account exists; OK leads to the log-on page with the user name filled in. */
export function RegistrationDonePage() {
  const t = useText()
  const navigate = useNavigate()
  const { userName } = useSearch({ strict: false }) as { userName?: string }
  return (
    <>
      <RegistrationSteps step="done" />
      <PageHeading>{t('registration.done.title')}</PageHeading>
      <Panel>
        <Typography sx={{ mb: 1 }}>{t('registration.done.text', { userName: userName ?? '' })}</Typography>
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>{t('registration.done.next')}</Typography>
        <Button size="large" variant="contained" onClick={() => void navigate({ to: paths.logOn, search: { user: userName ?? '' } as never })}>
          {t('registration.done.ok')}
        </Button>
      </Panel>
    </>
  )
}
