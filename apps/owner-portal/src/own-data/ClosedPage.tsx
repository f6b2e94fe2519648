import { useText } from '@icp/app-shell'
import { PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** Where an owner arrives whose account has just ended. */
export function ClosedPage() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <>
      <PageHeading>{t('ownData.closed.title')}</PageHeading>
      <Panel>
        <Typography sx={{ mb: 1 }}>{t('ownData.closed.text')}</Typography>
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>{t('ownData.closed.again')}</Typography>
        <Button size="large" variant="contained" onClick={() => void navigate({ to: paths.home })}>{t('ownData.closed.home')}</Button>
      </Panel>
    </>
  )
}
