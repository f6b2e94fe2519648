import { useCodeName } from './use-names.js'

/** What a reason of a cancellation by force is called today, also one that is not offered any more. */
export function useForcedReason(): (code: string) => string {
  const codeName = useCodeName()
  return (code) => codeName('forcedReasons', code)
}
