import { EmptyState, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'

export function NotFoundPage() {
  const t = useShellText()
  return (
    <>
      <PageHeading>{t('problem.notFoundTitle')}</PageHeading>
      <EmptyState text={t('problem.notFoundText')} action={<Button component={Link} to="/" variant="outlined">{t('problem.toHome')}</Button>} />
    </>
  )
}
