import { codeTableIds, codeTableOf, isCodeTableId, shanghaiDay, sourceText, type StandingCode, standingCodes } from '@icp/domain'
import { useFreshRuleData, useRuleData } from '@icp/filing-views'
import { DataRows, LabelledSelect, PageHeading, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ChangePanels } from './ChangePanels.js'
import { CodeWindow } from './CodeWindow.js'

/** The code tables: what each code is called in both languages, whether forms offer it, and what was changed by whom. */
export function CodeTablesPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const { table: asked = '' } = useSearch({ strict: false }) as { table?: string }
  const table = isCodeTableId(asked) ? asked : 'languages'
  useFreshRuleData()
  const data = useRuleData()
  const [changing, setChanging] = useState<StandingCode | 'new' | null>(null)
  const today = shanghaiDay(new Date().toISOString())
  const { title, source, open } = codeTableOf(table)
  return (
    <>
      <PageHeading lead={t('ruleData.codes.lead')} {...(open ? { actions: <Button variant="contained" onClick={() => setChanging('new')}>{t('ruleData.codes.add')}</Button> } : {})}>{t('ruleData.codes.title')}</PageHeading>
      <Box sx={{ mb: 3 }}>
        <LabelledSelect
          id="code-table" label={t('ruleData.codes.table')} value={table} options={codeTableIds.map((id) => ({ value: id, text: say(codeTableOf(id).title) }))}
          onChange={(id) => void navigate({ to: '.', search: { table: id } as never, replace: true })}
        />
      </Box>
      <Panel title={say(title)}>
        <DataRows
          caption={say(title)} rows={standingCodes(data, table, today)} rowKey={({ row }) => row.id} cardsBelow={900}
          columns={[
            { id: 'zh', heading: t('ruleData.codes.zh'), main: true, minWidth: 140, cell: ({ row }) => <span lang="zh-CN">{row.zh}</span> },
            { id: 'en', heading: t('ruleData.codes.en'), minWidth: 140, cell: ({ row }) => <span lang="en">{row.en}</span> },
            { id: 'code', heading: t('ruleData.codes.code'), whole: true, cell: ({ row }) => <code>{row.id}</code> },
            { id: 'offered', heading: t('ruleData.codes.state'), whole: true, cell: ({ offered }) => <StatusMark tone={offered ? 'good' : 'neutral'} text={t(offered ? 'ruleData.codes.offered' : 'ruleData.codes.retired')} /> },
            {
              id: 'source', heading: t('ruleData.source'), minWidth: 140,
              cell: ({ row, entry }) => <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start', overflowWrap: 'anywhere' }}><span>{say(sourceText(entry?.source ?? source))}</span>{!row.confirmed && <StatusMark tone="warn" text={t('ruleData.unconfirmed')} />}</Box>,
            },
            { id: 'since', heading: t('ruleData.since'), whole: true, cell: ({ entry }) => (entry ? format.isoDay(entry.from) : t('ruleData.always')) },
            { id: 'act', heading: t('ruleData.act'), cell: (standing) => <Button size="small" variant="outlined" aria-label={t('ruleData.codes.changeOf', { name: say(standing.row) })} onClick={() => setChanging(standing)}>{t('ruleData.change')}</Button> },
          ]}
        />
      </Panel>
      <ChangePanels about={`code/${table}`} today={today} />
      {changing && (
        <CodeWindow
          table={table} {...(changing === 'new' ? {} : { standing: changing })} onClose={() => setChanging(null)} onDone={({ id }) => void navigate({ to: ruleChangePath(id) })}
        />
      )}
    </>
  )
}
