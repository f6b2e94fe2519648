import { Attention } from '@icp/contract'
import { FilingStatus } from '@icp/domain'
import { useConsoleText } from '../text.js'
import { FilingListPage } from './FilingListPage.js'

/** Every filing of the province, newest status first. */
export function AllFilingsPage() {
  const t = useConsoleText()
  return (
    <FilingListPage
      title={t('filings.allTitle')} lead={t('filings.allLead')} none={t('filings.noneAll')}
      statuses={FilingStatus.options.filter((status) => status !== 'draft')}
      attentions={Attention.options}
    />
  )
}
