import { useSay } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { fieldLabel } from '@icp/domain'
import { Banner, DataRows } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'
import { DecisionWindow, type DecisionWindowProps } from './DecisionWindow.js'
import type { Remark } from './remarks.js'
import { refreshes } from './refreshes.js'

/** Returns the filing with the remarks that were collected beside its fields; without one there is nothing to return. */
export function ReturnWindow({ onDone, remarks, ...shared }: DecisionWindowProps & { readonly remarks: readonly Remark[] }) {
  const t = useConsoleText()
  const say = useSay()
  const { filing } = shared
  const act = useAct('returnFiling', { refreshes })
  return (
    <DecisionWindow
      {...shared} title={t('review.return.title')} label={t('review.return.opinion')} hint={t('review.return.opinionHint')}
      missing={t('review.return.opinionMissing')}
      maxLength={2000} confirm={t('review.return.confirm')} act={act} blocked={remarks.length === 0}
      onConfirm={(opinion) => act.mutate(
        { params: { id: filing.id }, body: { version: filing.version, opinion, findings: [...remarks] } }, { onSuccess: () => onDone(t('review.done.return')) },
      )}
    >
      <Typography sx={{ mb: 2 }}>{t('review.return.text')}</Typography>
      {remarks.length === 0
        ? <Banner tone="bad" title={t('review.return.noneSummary')}>{t('review.return.none')}</Banner>
        : (
          <DataRows
            caption={t('review.return.remarks')} captionShown rows={remarks} rowKey={(remark) => remark.path}
            columns={[
              { id: 'field', heading: t('review.return.field'), main: true, cell: (remark) => say(fieldLabel(remark.path, filing.content)) },
              { id: 'reason', heading: t('review.return.reason'), cell: (remark) => remark.reason },
              { id: 'suggestion', heading: t('review.return.suggestion'), cell: (remark) => remark.suggestion },
            ]}
          />
        )}
    </DecisionWindow>
  )
}
