import { ApiProblem } from '@icp/client'
import { Banner, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from './ProblemNotice.js'

/** What stands in place of a page that threw. */
export function UnexpectedPage({ error }: ErrorComponentProps) {
  const t = useShellText()
  const reload = () => globalThis.location.reload()
  return (
    <>
      <PageHeading>{t('problem.unexpectedTitle')}</PageHeading>
      {error instanceof ApiProblem
        ? <ProblemNotice problem={error} retry={reload} />
        : <Banner tone="bad" live="alert" actions={<Button variant="outlined" onClick={reload}>{t('problem.reload')}</Button>}>{t('problem.unexpectedText')}</Banner>}
    </>
  )
}
