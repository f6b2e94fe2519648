import { useMe } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { blocking, formOf } from '@icp/domain'
import { Banner } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { type ActWindowProps, ReasonWindow } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'

const textOf = { registration: 'text', cancellation: 'cancellation', migration: 'migration' } as const

export function PassWindow({ onDone, ...shared }: ActWindowProps) {
  const t = useConsoleText()
  const me = useMe()
  const { filing } = shared
  const act = useAct('passFiling', { refreshes })
  const stops = blocking(filing.findings).length
  const others = filing.providers.filter((provider) => provider.id !== me.provider?.id && provider.state === 'waiting').length
  return (
    <ReasonWindow
      {...shared} title={t('workbench.pass.title')} label={t('workbench.pass.remark')} hint={t('workbench.pass.remarkHint')} maxLength={1000}
      confirm={t('workbench.pass.confirm')} act={act} blocked={stops > 0}
      onConfirm={(remark) => act.mutate(
        { params: { id: filing.id }, body: { version: filing.version, ...(remark ? { remark } : {}) } }, { onSuccess: () => onDone(t('workbench.done.pass')) },
      )}
    >
      {stops > 0 && <Banner tone="bad">{t('workbench.pass.blocking', { count: stops })}</Banner>}
      {t(`workbench.pass.${textOf[formOf(filing.kind)]}`)} {others > 0 && t('workbench.pass.others', { count: others })}
    </ReasonWindow>
  )
}
