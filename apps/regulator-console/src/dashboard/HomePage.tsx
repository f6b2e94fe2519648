import { useMay } from '@icp/app-shell'
import { Navigate } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { DashboardPage } from './DashboardPage.js'

/** Where those begin who have no dashboard: the first of these that they may use. */
const firstPages = [['getSwitches', paths.switches], ['listAccounts', paths.accounts], ['getVerification', paths.proof], ['listNotices', paths.notices]] as const

/** The first page of each role. */
export function HomePage() {
  const may = useMay()
  const first = may('getFigures') ? undefined : firstPages.find(([operation]) => may(operation))
  return first ? <Navigate to={first[1]} replace /> : <DashboardPage />
}
