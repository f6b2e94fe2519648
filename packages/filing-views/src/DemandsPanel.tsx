import { findDemands, metByWords } from '@icp/domain'
import { Panel, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { viewWords } from './words.js'

const kinds = { row: viewWords.demandRow, field: viewWords.demandField, code: viewWords.demandCode }

/** What a result code, a row or a field asks for, and who sees to it where no rule does. */
export function DemandsPanel({ demands }: { readonly demands: ReturnType<typeof findDemands> }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Panel title={say(viewWords.demandsTitle)}>
      <Box component="ul" aria-label={say(viewWords.demandsTitle)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {demands.map(({ id, of, title, covering, otherwise }) => (
          <Box component="li" key={id}>
            <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
              <Box component="code" sx={{ fontWeight: 600 }}>{id}</Box>
              <Typography component="span" sx={{ fontWeight: 600 }}>{say(title)}</Typography>
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>{say(kinds[of])}</Typography>
            </Box>
            {covering.length > 0 && <Typography variant="body2">{format.labelled(say(viewWords.judgedBy), format.list(covering.map((rule) => rule.id)))}</Typography>}
            {otherwise && <Typography variant="body2">{format.labelled(say(metByWords[otherwise.by]), say(otherwise.how))}</Typography>}
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
