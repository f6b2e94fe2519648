import { useFormat, useText } from '@icp/app-shell'
import type { FilingRow } from '@icp/contract'
import { Banner } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** What other owners ask this one to receive, above everything else, since it waits for this owner alone. */
export function AskedBanners({ filings }: { readonly filings: readonly FilingRow[] }) {
  const t = useText()
  const format = useFormat()
  return filings.filter(({ receiving, status }) => receiving && status === 'awaiting-agreement').map((filing) => (
    <Banner
      key={filing.id} tone="warn" title={format.labelled(t('migration.asked'), format.list(filing.services.map(({ name }) => name)))}
      actions={<Button variant="contained" component={Link} to={paths.progressOne} params={{ id: filing.id } as never}>{t('migration.see')}</Button>}
    >
      {t('migration.askedBy', { giver: filing.subjectName, at: format.dayAndTime(filing.due?.at ?? filing.statusSince) })}
    </Banner>
  ))
}
