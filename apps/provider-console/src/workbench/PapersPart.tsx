import type { FilingView } from '@icp/contract'
import { PapersForm } from '@icp/filing-forms'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'

/** The papers that this provider may see: it adds its own, and replaces the owner's with a reason. `onChanged`: such a change moves the filing on. */
export function PapersPart({ filing: { id, content, version }, onChanged }: { readonly filing: FilingView; readonly onChanged: () => void }) {
  const t = useConsoleText()
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{t('workbench.papersLead')}</Typography>
      <PapersForm filingId={id} content={content} version={version} looksAreKept reveal={{ filingId: id }} onChanged={onChanged} />
    </>
  )
}
