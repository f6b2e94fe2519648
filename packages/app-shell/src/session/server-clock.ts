import { useAnswer } from '@icp/client'

/** Milliseconds to add to this device's clock to get the server's, so that countdowns are right on a wrong clock. */
export function useServerOffset(): number {
  const site = useAnswer('getSite', {}, { staleTime: 60_000 })
  return site.data ? Date.parse(site.data.now) - site.dataUpdatedAt : 0
}
