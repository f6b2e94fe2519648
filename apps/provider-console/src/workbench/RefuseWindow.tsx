import { useAct } from '@icp/client'
import { useConsoleText } from '../text.js'
import { type ActWindowProps, ReasonWindow } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'

export function RefuseWindow({ onDone, ...shared }: ActWindowProps) {
  const t = useConsoleText()
  const { filing } = shared
  const act = useAct('refuseFiling', { refreshes })
  return (
    <ReasonWindow
      {...shared} title={t('workbench.refuse.title')} label={t('workbench.reason')} hint={t('workbench.refuse.hint')}
      missing={t('workbench.reasonMissing')} maxLength={2000}
      tone="bad" confirm={t('workbench.refuse.confirm')} act={act}
      onConfirm={(reason) => act.mutate({ params: { id: filing.id }, body: { version: filing.version, reason } }, { onSuccess: () => onDone(t('workbench.done.refuse')) })}
    >
      {t('workbench.refuse.text')}
    </ReasonWindow>
  )
}
