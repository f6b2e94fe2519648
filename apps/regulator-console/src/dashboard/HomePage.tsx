import { useMe } from '@icp/app-shell'
import type { AccountRole } from '@icp/domain'
import { Navigate } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { DashboardPage } from './DashboardPage.js'

const firstPages: Partial<Record<AccountRole, string>> = {
  operator: paths.switches, 'security-administrator': paths.accounts, 'audit-administrator': paths.notices,
}

/** The first page of each role. */
export function HomePage() {
  const first = firstPages[useMe().role]
  return first ? <Navigate to={first} replace /> : <DashboardPage />
}
