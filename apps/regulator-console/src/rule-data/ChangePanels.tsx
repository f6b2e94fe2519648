import { Answered } from '@icp/app-shell'
import { useEveryRow } from '@icp/client'
import { EmptyState, Panel } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { ChangeTable } from './ChangeTable.js'

/** What is planned of one parameter or code table, and what was published; `about` as the API names it, such as `code/languages`. */
export function ChangePanels({ about, today }: { readonly about: string; readonly today: string }) {
  const t = useConsoleText()
  const drafts = useEveryRow('listRuleChanges', { query: { state: 'draft', about } })
  const published = useEveryRow('listRuleChanges', { query: { state: 'published', about } })
  return (
    <>
      {drafts.data && drafts.data.length > 0 && <Panel title={t('ruleData.drafts')}><ChangeTable caption={t('ruleData.drafts')} changes={drafts.data} today={today} /></Panel>}
      <Panel title={t('ruleData.history')}>
        <Answered answer={published} rows={3}>
          {(rows) => (rows.length === 0 ? <EmptyState text={t('ruleData.historyNone')} /> : <ChangeTable caption={t('ruleData.history')} changes={rows} today={today} />)}
        </Answered>
      </Panel>
    </>
  )
}
