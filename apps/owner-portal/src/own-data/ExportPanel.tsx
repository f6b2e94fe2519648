import { ProblemNotice, StepUpCode, useProblems, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { Banner, BusyButton, ErrorSummary, Panel, saveFile } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'

const ids = { code: 'export-code' } as const
type Exported = AnswerOf<'exportOwnData'>

const saveJson = ({ data, fileName }: Exported) => saveFile(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${fileName}.json`)
const savePdf = ({ pdf, fileName }: Exported) => saveFile(new Blob([Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))], { type: 'application/pdf' }), `${fileName}.pdf`)

/** A code, and then both files. */
export function ExportPanel() {
  const t = useText()
  const [code, setCode] = useState('')
  // A code is good for one export: the next begins without the one that was used.
  const [round, setRound] = useState(0)
  const problems = useProblems(ids)
  const act = useAct('exportOwnData', { refreshes: ['listNotices'] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (act.isPending || !problems.check([['code', code.trim() === '', t('ownData.export.codeMissing')]])) return
    act.mutate({ body: { code: code.trim() } }, {
      onError: problems.refused,
      onSuccess: (exported) => {
        problems.clear()
        setCode('')
        setRound((last) => last + 1)
        saveJson(exported)
        savePdf(exported)
      },
    })
  }
  return (
    <Panel title={t('ownData.export.title')} id="export">
      <Typography sx={{ mb: 1.5, maxWidth: '46em' }}>{t('ownData.export.text')}</Typography>
      <Banner tone="warn">{t('ownData.export.warning')}</Banner>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2.5, justifyItems: 'start' }}>
        <ErrorSummary title={t('ownData.problem')} items={problems.items} />
        {problems.failure && <ProblemNotice problem={problems.failure} />}
        <StepUpCode key={round} id={ids.code} purpose="export" label={t('ownData.export.code')} hint={t('ownData.export.codeHint')} code={code} onChange={setCode} error={problems.errorOf('code')} />
        <BusyButton type="submit" busy={act.isPending} busyText={t('ownData.export.busy')}>{t('ownData.export.act')}</BusyButton>
      </Box>
      {act.data && (
        <Box sx={{ mt: 3 }}>
          <Banner
            tone="good" live="status" title={t('ownData.export.done')}
            actions={(
              <>
                <Button variant="outlined" onClick={() => saveJson(act.data)}>{t('ownData.export.json')}</Button>
                <Button variant="outlined" onClick={() => savePdf(act.data)}>{t('ownData.export.pdf')}</Button>
              </>
            )}
          >
            {t('ownData.export.doneText')}
          </Banner>
        </Box>
      )}
    </Panel>
  )
}
