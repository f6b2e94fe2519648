import { type Permitted, whoMayCall } from '@icp/domain'
import { EmptyState, PageHeading, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useShellText } from '../language/use-text.js'
import { useMay } from './use-may.js'

export interface OnlyForProps {
  /** What the page lives by. */
  readonly operation: Permitted
  readonly children: ReactNode
}

/** Draws a page for those who may use it and tells everybody else who can. The API refuses either way. */
export function OnlyFor({ operation, children }: OnlyForProps) {
  const t = useShellText()
  const say = useSay()
  if (useMay()(operation)) return children
  return (
    <>
      <PageHeading>{t('onlyFor.title')}</PageHeading>
      <EmptyState
        text={t('onlyFor.who', { who: say(whoMayCall(operation)) })}
        action={<Button variant="outlined" component={Link} to="/">{t('onlyFor.home')}</Button>}
      />
    </>
  )
}
