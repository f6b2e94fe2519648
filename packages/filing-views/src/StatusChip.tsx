import { type FilingStatus, statusFaces } from '@icp/domain'
import { StatusMark, useSay } from '@icp/ui'

/** The status of a filing as every portal shows it. */
export function StatusChip({ status }: { readonly status: FilingStatus }) {
  const say = useSay()
  const face = statusFaces[status]
  return <StatusMark tone={face.tone} text={say(face.word)} />
}
