import { useAct } from '@icp/client'
import { useConsoleText } from '../text.js'
import { DecisionWindow, type DecisionWindowProps } from './DecisionWindow.js'
import { refreshes } from './refreshes.js'

export function RefuseWindow({ onDone, ...shared }: DecisionWindowProps) {
  const t = useConsoleText()
  const { filing } = shared
  const act = useAct('refuseFiling', { refreshes })
  return (
    <DecisionWindow
      {...shared} title={t('review.refuse.title')} label={t('review.refuse.reason')} hint={t('review.refuse.hint')}
      missing={t('review.refuse.missing')} maxLength={2000}
      tone="bad" withPhrases confirm={t('review.refuse.confirm')} act={act}
      onConfirm={(reason) => act.mutate({ params: { id: filing.id }, body: { version: filing.version, reason } }, { onSuccess: () => onDone(t('review.done.refuse')) })}
    >
      {t('review.refuse.text')}
    </DecisionWindow>
  )
}
