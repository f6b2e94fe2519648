import { type CodeTableId, codeTableIds, codeTableOf, isCodeTableId, shanghaiDay, sourceText, type StandingCode, standingCodes } from '@icp/domain'
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
import { DivisionsPart } from './DivisionsPart.js'

/** The code tables: what each code is called in both languages, whether forms offer it, and what was changed by whom. */
export function CodeTablesPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const { table = 'languages' } = useSearch({ strict: false }) as { table?: string }
  useFreshRuleData()
  const [adding, setAdding] = useState(false)
  const isDivisions = table === divisionsTable
  const shown = isCodeTableId(table) ? table : 'languages'
  return (
    <>
      <PageHeading
        lead={t(isDivisions ? 'ruleData.divisions.lead' : 'ruleData.codes.lead')}
        {...(isDivisions || codeTableOf(shown).open ? { actions: <Button variant="contained" onClick={() => setAdding(true)}>{t(isDivisions ? 'ruleData.divisions.add' : 'ruleData.codes.add')}</Button> } : {})}
      >
        {t('ruleData.codes.title')}
      </PageHeading>
      <Box sx={{ mb: 3 }}>
        <LabelledSelect
          id="code-table" label={t('ruleData.codes.table')} value={isDivisions ? table : shown}
          options={[...codeTableIds.map((id) => ({ value: id, text: say(codeTableOf(id).title) })), { value: divisionsTable, text: t('ruleData.divisions.title') }]}
          onChange={(id) => void navigate({ to: '.', search: { table: id } as never, replace: true })}
        />
      </Box>
      {isDivisions ? <DivisionsPart adding={adding} onAdded={() => setAdding(false)} /> : <CodesPart table={shown} adding={adding} onAdded={() => setAdding(false)} />}
    </>
  )
}

const divisionsTable = 'divisions'

interface CodesPartProps {
  readonly table: CodeTableId
  /** The window of a new code is open. */
  readonly adding: boolean
  readonly onAdded: () => void
}

function CodesPart({ table, adding, onAdded }: CodesPartProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const data = useRuleData()
  const [changing, setChanging] = useState<StandingCode | null>(null)
  const today = shanghaiDay(new Date().toISOString())
  const { title, source } = codeTableOf(table)
  const close = () => {
    setChanging(null)
    onAdded()
  }
  return (
    <>
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
      {(changing ?? adding) && (
        <CodeWindow table={table} {...(changing ? { standing: changing } : {})} onClose={close} onDone={({ id }) => void navigate({ to: ruleChangePath(id) })} />
      )}
    </>
  )
}
