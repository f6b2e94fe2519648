import { useAct } from '@icp/client'
import type { RequestView } from '@icp/contract'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { type ActWindowProps, ReasonWindow } from './ReasonWindow.js'
import { refreshes } from './refreshes.js'
import { RequestChoice } from './RequestChoice.js'

export function DeclineWindow({ onDone, requests, ...shared }: ActWindowProps & { readonly requests: readonly RequestView[] }) {
  const t = useConsoleText()
  const { filing } = shared
  const [chosen, setChosen] = useState(requests[0]?.id ?? '')
  const act = useAct('declineCorrectionRequest', { refreshes })
  const request = requests.find((one) => one.id === chosen)
  return (
    <ReasonWindow
      {...shared} title={t('workbench.decline.title')} label={t('workbench.decline.answer')} hint={t('workbench.decline.hint')}
      missing={t('workbench.decline.missing')}
      maxLength={2000} confirm={t('workbench.decline.confirm')} act={act}
      onConfirm={(answer) => act.mutate(
        { params: { id: filing.id, requestId: chosen }, body: { version: filing.version, answer } }, { onSuccess: () => onDone(t('workbench.done.decline')) },
      )}
    >
      {t('workbench.decline.text')}
      <Box sx={{ mt: 1 }}>
        <RequestChoice id="decline-request" label={t('workbench.decline.which')} requests={requests} value={chosen} onChange={setChosen} />
        {request && requests.length === 1 && t('workbench.correct.asked', { reason: request.reason })}
      </Box>
    </ReasonWindow>
  )
}
