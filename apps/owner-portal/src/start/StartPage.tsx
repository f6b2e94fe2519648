import { useText } from '@icp/app-shell'
import { PageHeading } from '@icp/ui'
import { Finder } from './Finder.js'

/** Asks what somebody with a record wants to do, and leads to the filing that does it. */
export function StartPage() {
  const t = useText()
  return (
    <>
      <PageHeading lead={t('finder.lead')}>{t('finder.title')}</PageHeading>
      <Finder />
    </>
  )
}
