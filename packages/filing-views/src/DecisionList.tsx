import type { ReviewDecisionView } from '@icp/contract'
import { CardList, DataRows, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useDeciderName } from './use-actor-name.js'
import { viewWords, type ViewWord } from './words.js'

const faces: Readonly<Record<ReviewDecisionView['decision'], { tone: Tone; word: ViewWord }>> = {
  approve: { tone: 'good', word: 'approved' }, return: { tone: 'warn', word: 'returned' }, refuse: { tone: 'bad', word: 'refused' }, expire: { tone: 'warn', word: 'expired' },
}

/** What was decided in each round, with the reviewer's reason and advice per field. */
export function DecisionList({ decisions }: { readonly decisions: readonly ReviewDecisionView[] }) {
  const say = useSay()
  const format = useFormat()
  const deciderOf = useDeciderName()
  return (
    <CardList label={say(viewWords.decisions)} items={decisions} itemKey={(decision) => `${decision.at}-${decision.decision}`}>
      {(decision) => (
        <>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
            <StatusMark tone={faces[decision.decision].tone} text={say(viewWords[faces[decision.decision].word])} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{format.dayAndTime(decision.at)} · {deciderOf(decision)}</Typography>
          </Box>
          {decision.opinion && <Typography sx={{ mb: 1.5 }}>{format.labelled(say(viewWords.opinion), decision.opinion)}</Typography>}
          {decision.findings.length > 0 && (
            <DataRows
              caption={say(viewWords.decisions)} rows={decision.findings} rowKey={(finding) => `${finding.path}-${finding.reason}`}
              columns={[
                { id: 'field', heading: say(viewWords.field), main: true, cell: (finding) => say(finding.label) },
                { id: 'reason', heading: say(viewWords.reason), cell: (finding) => finding.reason },
                { id: 'suggestion', heading: say(viewWords.suggestion), cell: (finding) => finding.suggestion },
              ]}
            />
          )}
        </>
      )}
    </CardList>
  )
}
