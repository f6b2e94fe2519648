import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { RulePreview } from '@icp/contract'
import { kindWords, statusFaces } from '@icp/domain'
import { Banner, DataRows, Panel, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ruleTitles } from './parameter-rows.js'

/** How many filings in progress a draft would touch. `version`: that of the draft; another one is counted again. */
export function PreviewPanel({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useConsoleText()
  const preview = useAnswer('previewRuleChange', { params: { id } }, { staleTime: 0 })
  return <Panel key={version} title={t('ruleData.preview')}><Answered answer={preview} rows={3}>{(counts) => <Counts counts={counts} />}</Answered></Panel>
}

function Counts({ counts: { day, total, judged, changed, rows, rules, dueDays } }: { readonly counts: RulePreview }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const touched = rows.filter(({ gaining, losing }) => gaining > 0 || losing > 0)
  const titles = ruleTitles(rules.map(({ rule }) => rule))
  return (
    <>
      <Banner tone={changed === 0 ? 'good' : 'warn'}>{judged === 0 ? t('ruleData.previewNone') : t(dueDays.length > 0 ? 'ruleData.years.previewSays' : 'ruleData.previewSays', { judged: format.number(judged), changed: format.number(changed), day: format.day(day) })}</Banner>
      {judged < total && <Banner tone="neutral">{t('ruleData.previewPart', { judged: format.number(judged), total: format.number(total) })}</Banner>}
      {touched.length > 0 && (
        <DataRows
          caption={t('ruleData.previewByKind')} captionShown rows={touched} rowKey={({ kind, status }) => `${kind} ${status}`}
          columns={[
            { id: 'kind', heading: t('ruleData.kind'), main: true, cell: (row) => say(kindWords[row.kind]) }, { id: 'status', heading: t('ruleData.status'), cell: (row) => say(statusFaces[row.status].word) },
            { id: 'judged', heading: t('ruleData.judged'), numeric: true, cell: (row) => format.number(row.judged) }, { id: 'gaining', heading: t('ruleData.gaining'), numeric: true, cell: (row) => format.number(row.gaining) },
            { id: 'stopped', heading: t('ruleData.stopped'), numeric: true, cell: (row) => format.number(row.stopped) }, { id: 'losing', heading: t('ruleData.losing'), numeric: true, cell: (row) => format.number(row.losing) },
          ]}
        />
      )}
      {dueDays.length > 0 && (
        <DataRows
          caption={t('ruleData.years.previewByKind')} captionShown rows={dueDays} rowKey={({ kind, status }) => `${kind} ${status}`}
          columns={[
            { id: 'kind', heading: t('ruleData.kind'), main: true, cell: (row) => say(kindWords[row.kind]) }, { id: 'status', heading: t('ruleData.status'), cell: (row) => say(statusFaces[row.status].word) },
            { id: 'judged', heading: t('ruleData.years.counted'), numeric: true, cell: (row) => format.number(row.judged) }, { id: 'later', heading: t('ruleData.years.later'), numeric: true, cell: (row) => format.number(row.later) },
            { id: 'earlier', heading: t('ruleData.years.earlier'), numeric: true, cell: (row) => format.number(row.earlier) }, { id: 'settled', heading: t('ruleData.years.settled'), numeric: true, cell: (row) => format.number(row.settled) },
          ]}
        />
      )}
      {rules.length > 0 && (
        <DataRows
          caption={t('ruleData.previewByRule')} captionShown rows={rules} rowKey={({ rule, severity }) => `${rule} ${severity}`}
          columns={[
            { id: 'rule', heading: t('ruleData.rule'), main: true, cell: ({ rule }) => <><Link to={paths.rules} search={{ q: rule } as never}>{rule}</Link> <Box component="span" sx={{ fontWeight: 400 }}>{say(titles.find(({ id }) => id === rule) ?? { zh: '', en: '' })}</Box></> },
            { id: 'severity', heading: t('ruleData.severity'), cell: ({ severity }) => t(`ruleData.severities.${severity}`) },
            { id: 'gained', heading: t('ruleData.gained'), numeric: true, cell: ({ gained }) => format.number(gained) }, { id: 'lost', heading: t('ruleData.lost'), numeric: true, cell: ({ lost }) => format.number(lost) },
          ]}
        />
      )}
    </>
  )
}
