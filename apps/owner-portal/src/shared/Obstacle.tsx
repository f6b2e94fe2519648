import { useSay, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { hollowObstacle, kindWords } from '@icp/domain'
import { Banner } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** Why nobody could verify the end of what has no access. */
export function HollowObstacle() {
  const t = useText()
  const say = useSay()
  return (
    <Banner tone="warn" title={t('cancellation.obstacle.hollow')} actions={<Button variant="contained" component={Link} to={paths.start}>{t('cancellation.obstacle.addAccess')}</Button>}>
      {say(hollowObstacle)}
    </Banner>
  )
}

/** Why a record cannot be cancelled or moved for now: another filing about the subject runs. */
export function Obstacle({ record }: { readonly record: RegisterSubjectView }) {
  const t = useText()
  const say = useSay()
  const [open] = record.openFilings
  if (!open) return null
  return (
    <Banner
      tone="warn" title={t('cancellation.obstacle.title')}
      actions={<Button variant="contained" component={Link} to={paths.progressOne} params={{ id: open.id } as never}>{t('start.progress')}</Button>}
    >
      {t('cancellation.obstacle.text', { kind: say(kindWords[open.kind]), reference: open.reference ?? '' })}
    </Banner>
  )
}
