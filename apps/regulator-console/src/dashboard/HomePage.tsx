import { useMe } from '@icp/app-shell'
import { Navigate } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { DashboardPage } from './DashboardPage.js'

/** The first page of each role. */
export const HomePage = () => (useMe().role === 'operator' ? <Navigate to={paths.switches} replace /> : <DashboardPage />)
