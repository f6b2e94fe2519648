import type { VerificationSheetView } from '@icp/contract'
import { fieldLabel, type FilingContent, findSheetCheck, lookOf, type SheetLine } from '@icp/domain'
import { Folded, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { RuleLink } from './RuleLink.js'
import { filled, viewWords } from './words.js'

type Line = VerificationSheetView['lines'][number]
/** Opens a remark that names the rule of a line. */
type RemarkOnLine = (line: SheetLine) => void

interface GivenSheetsProps {
  /** The newest first. */
  readonly sheets: readonly VerificationSheetView[]
  readonly content: FilingContent
  readonly onRemark?: RemarkOnLine
}

/** The verification sheets of a filing: who answered, when and about what. What holds is folded; what was said not to apply is there at once, with its reason. */
export function GivenSheets({ sheets, ...given }: GivenSheetsProps) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {sheets.map((sheet) => <Sheet key={sheet.id} sheet={sheet} {...given} />)}
    </Box>
  )
}

function Sheet({ sheet, content, onRemark }: Omit<GivenSheetsProps, 'sheets'> & { readonly sheet: VerificationSheetView }) {
  const say = useSay()
  const format = useFormat()
  const [holds, spared] = [sheet.lines.filter(({ answer }) => answer === 'holds'), sheet.lines.filter(({ answer }) => answer !== 'holds')]
  // Only what stands can be the reason of a return.
  const remark = sheet.stands && onRemark ? { onRemark } : {}
  const counts = filled(say(viewWords.sheetCounts), { holds: holds.length, spared: spared.length })
  return (
    <Box component="li" sx={{ '&:not(:last-of-type)': { borderBottom: 1, borderColor: 'divider', pb: 1 } }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{sheet.provider.name}</Typography>
        <StatusMark tone={sheet.stands ? 'good' : 'neutral'} text={say(sheet.stands ? viewWords.sheetStanding : viewWords.sheetFormer)} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {filled(say(viewWords.sheetBy), { by: sheet.by, at: format.dateTime(sheet.at), revision: sheet.revision })}
      </Typography>
      {spared.length > 0 && <Lines lines={spared} content={content} {...remark} />}
      <Folded summary={counts}><Lines lines={holds} content={content} {...remark} /></Folded>
    </Box>
  )
}

function Lines({ lines, content, onRemark }: { readonly lines: readonly Line[]; readonly content: FilingContent; readonly onRemark?: RemarkOnLine }) {
  const say = useSay()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, display: 'grid', gap: 1.5 }}>
      {lines.map((line) => {
        const [part, check] = [say(fieldLabel(line.path, content)), say(findSheetCheck(line.rule)?.title ?? { zh: line.rule, en: line.rule })]
        const spared = line.answer !== 'holds'
        return (
          <Box component="li" key={`${line.rule} ${line.path}`} sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5 }}>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'baseline' }}>
              <StatusMark tone={spared ? 'warn' : 'good'} text={say(spared ? viewWords.sheetSpared : viewWords.sheetHolds)} />
              <Typography component="span" sx={{ fontWeight: 600 }}>{check}</Typography>
              <Typography component="span" variant="body2"><RuleLink rule={line.rule} /></Typography>
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{part}</Typography>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{spared ? line.reason : say(lookOf(line))}</Typography>
            {onRemark && (
              <Button size="small" variant="text" sx={{ ml: '-5px' }} aria-label={filled(say(viewWords.sheetRemarkOf), { part, check })} onClick={() => onRemark(line)}>
                {say(viewWords.sheetRemark)}
              </Button>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
