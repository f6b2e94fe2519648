import type { RequestView } from '@icp/contract'
import { CardList, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { filled, viewWords, type ViewWord } from './words.js'

const faces: Readonly<Record<RequestView['state'], { tone: Tone; word: ViewWord }>> = {
  open: { tone: 'warn', word: 'requestOpen' }, corrected: { tone: 'good', word: 'requestCorrected' },
  declined: { tone: 'bad', word: 'requestDeclined' }, closed: { tone: 'neutral', word: 'requestClosed' },
}

interface RequestListProps {
  readonly requests: readonly RequestView[]
  /** What the reader can do about a request. */
  readonly actionOf?: (request: RequestView) => ReactNode
}

/** Correction requests: which fields, why, to whom, and what came of it. */
export function RequestList({ requests, actionOf }: RequestListProps) {
  const say = useSay()
  const format = useFormat()
  return (
    <CardList label={say(viewWords.requests)} items={requests} itemKey={(request) => request.id}>
      {(request) => (
        <>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
            <StatusMark tone={faces[request.state].tone} text={say(viewWords[faces[request.state].word])} />
            <Typography sx={{ fontWeight: 600 }}>{say(request.openedBy === 'owner' ? viewWords.requestByOwner : viewWords.requestByProvider)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {format.dayAndTime(request.openedAt)} · {filled(say(viewWords.asked), { provider: request.provider.name })}
            </Typography>
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{request.fields.map((field) => <li key={field.path}>{say(field.label)}</li>)}</Box>
          <Typography sx={{ mt: 1 }}>{format.labelled(say(viewWords.reason), request.reason)}</Typography>
          {request.answer && <Typography sx={{ mt: 0.5 }}>{format.labelled(say(viewWords.answer), request.answer)}</Typography>}
          {actionOf?.(request)}
        </>
      )}
    </CardList>
  )
}
