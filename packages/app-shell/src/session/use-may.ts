import { mayCall, type Permitted } from '@icp/domain'
import { useMe } from './use-session.js'

/** Whether the signed-in account may call an operation: what it may not is not offered. On which objects, the API says. */
export function useMay(): (operation: Permitted) => boolean {
  const { role } = useMe()
  return (operation) => mayCall(role, operation)
}
