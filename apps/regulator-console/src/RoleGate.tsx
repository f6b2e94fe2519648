import { useMe } from '@icp/app-shell'
import type { AccountRole } from '@icp/domain'
import { EmptyState, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { paths } from './paths.js'
import { useConsoleText } from './text.js'

export type GateRole = Exclude<AccountRole, 'owner' | 'provider'>

/** Says who can use a page instead of drawing it for somebody who cannot. The API refuses either way. */
export function RoleGate({ role, alsoFor = [], children }: { readonly role: GateRole; readonly alsoFor?: readonly GateRole[]; readonly children: ReactNode }) {
  const t = useConsoleText()
  const me = useMe()
  if (me.role === role || alsoFor.some((other) => other === me.role)) return children
  return (
    <>
      <PageHeading>{t('gate.title')}</PageHeading>
      <EmptyState text={t(`gate.${role}`)} action={<Button variant="outlined" component={Link} to={paths.home}>{t('gate.home')}</Button>} />
    </>
  )
}
