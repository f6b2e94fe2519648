import { useSay } from '@icp/app-shell'
import { type AskedSheetLine, decidedInWords, type FilingContent, findSheetCheck, lookOf } from '@icp/domain'
import { FieldGroup, LabelledText, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'
import { checkTitle, keyOf, lackOf, lineId, type SheetPart, sheetParts, type SheetState } from './sheet-answers.js'

interface SheetFormProps {
  readonly lines: readonly AskedSheetLine[]
  readonly content: FilingContent
  readonly state: SheetState
  /** Submitting was tried, so what is missing is said at its place. */
  readonly tried: boolean
  readonly onChange: (state: SheetState) => void
}

/** What has to be verified before the filing is passed, part by part, to be ticked; nothing is ticked beforehand. */
export function SheetForm({ lines, content, ...given }: SheetFormProps) {
  const t = useConsoleText()
  const done = lines.filter((line) => lackOf(line, given.state) === null).length
  return (
    <Box component="section" aria-labelledby="sheet-title" sx={{ mb: 3 }}>
      <Typography variant="h3" id="sheet-title" sx={{ mb: 0.5 }}>{t('workbench.sheet.title')}</Typography>
      <Typography sx={{ mb: 1, maxWidth: 640 }}>{t('workbench.sheet.lead')}</Typography>
      <Typography role="status" variant="body2" sx={{ mb: 2, color: 'text.secondary' }}>{t('workbench.sheet.progress', { done, total: lines.length })}</Typography>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {sheetParts(lines, content).map((part) => <PartForm key={part.path} part={part} {...given} />)}
      </Box>
    </Box>
  )
}

function PartForm({ part, state, tried, onChange }: Omit<SheetFormProps, 'lines' | 'content'> & { readonly part: SheetPart }) {
  const t = useConsoleText()
  const say = useSay()
  const rest = part.lines.filter((line) => !state[keyOf(line)])
  const tickAll = () => onChange({ ...state, ...Object.fromEntries(rest.map((line) => [keyOf(line), { answer: 'holds' as const, reason: '' }])) })
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 1.5, sm: 2 } }}>
      <FieldGroup id={`sheet-part-${part.path.replaceAll('.', '-') || 'filing'}`} label={say(part.title)}>
        {part.lines.map((line) => <LineForm key={keyOf(line)} line={line} part={say(part.title)} state={state} tried={tried} onChange={onChange} />)}
      </FieldGroup>
      {part.lines.length > 1 && (
        <Button size="small" variant="outlined" disabled={rest.length === 0} onClick={tickAll} aria-label={t('workbench.sheet.allOf', { part: say(part.title) })} sx={{ mt: 1 }}>
          {t('workbench.sheet.all')}
        </Button>
      )}
    </Box>
  )
}

function LineForm({ line, part, state, tried, onChange }: Omit<SheetFormProps, 'lines' | 'content'> & { readonly line: AskedSheetLine; readonly part: string }) {
  const t = useConsoleText()
  const say = useSay()
  const [id, key, title] = [lineId(line), keyOf(line), say(checkTitle(line))]
  const given = state[key]
  const lack = tried ? lackOf(line, state) : null
  const spared = findSheetCheck(line.rule)?.spared
  const answer = (next: SheetState[string] | null) => {
    const { [key]: _, ...others } = state
    onChange(next ? { ...others, [key]: next } : others)
  }
  const label = `${title} (${line.rule})`
  return (
    <Box sx={{ mb: 0.5 }}>
      <Tick
        id={id} label={label} name={`${part} ${label}`} hint={say(lookOf(line))} value={given?.answer === 'holds'}
        onChange={(ticked) => answer(ticked ? { answer: 'holds', reason: '' } : null)}
        {...(lack === 'answer' ? { error: t('workbench.sheet.missing', { part, check: title }) } : {})}
      />
      {line.decidedBy?.map((value) => <Typography key={value.key} variant="body2" sx={{ pl: 4, color: 'text.secondary', overflowWrap: 'anywhere' }}>{say(decidedInWords(value))}</Typography>)}
      {spared && (
        <Box sx={{ pl: 4 }}>
          <Tick
            id={`${id}-spared`} label={t('workbench.sheet.spared', { when: say(spared) })} name={`${part} ${title} ${t('workbench.sheet.spared', { when: say(spared) })}`}
            value={given?.answer === 'does-not-apply'} onChange={(ticked) => answer(ticked ? { answer: 'does-not-apply', reason: '' } : null)}
          />
          {given?.answer === 'does-not-apply' && (
            <LabelledText
              id={`${id}-reason`} label={t('workbench.sheet.reason')} hint={t('workbench.sheet.reasonHint')} required value={given.reason} maxLength={300}
              onChange={(reason) => answer({ answer: 'does-not-apply', reason })}
              {...(lack === 'reason' ? { error: t('workbench.sheet.reasonMissing', { check: title }) } : {})}
            />
          )}
        </Box>
      )}
    </Box>
  )
}
