import { ProblemNotice } from '@icp/app-shell'
import { type ApiProblem, useClient } from '@icp/client'
import { BusyButton, Panel, saveFile } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useConsoleText } from '../text.js'

/** What somebody else needs to verify all of this without this system. */
export function EvidenceFiles() {
  const t = useConsoleText()
  const client = useClient()
  const entries = useMutation<void, ApiProblem>({ mutationFn: async () => saveFile(await client.download('downloadAuditExport', {}), 'icp-audit-export.jsonl') })
  const key = useMutation<void, ApiProblem>({
    mutationFn: async () => {
      const { publicKey } = await client.call('getLatestCheckpoint', {})
      saveFile(new Blob([publicKey], { type: 'application/x-pem-file' }), 'icp-checkpoint-key.pem')
    },
  })
  return (
    <Panel title={t('audit.files.title')}>
      <Typography sx={{ mb: 2 }}>{t('audit.files.lead')}</Typography>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
        <BusyButton variant="outlined" busy={entries.isPending} busyText={t('audit.files.saving')} onClick={() => entries.mutate()}>{t('audit.files.entries')}</BusyButton>
        <BusyButton variant="outlined" busy={key.isPending} busyText={t('audit.files.saving')} onClick={() => key.mutate()}>{t('audit.files.key')}</BusyButton>
      </Box>
      {entries.error && <ProblemNotice problem={entries.error} />}
      {key.error && <ProblemNotice problem={key.error} />}
      <Typography variant="body2">{t('audit.files.how')}</Typography>
      <Box component="pre" tabIndex={0} sx={{ overflowX: 'auto', p: 1.5, mb: 0, bgcolor: 'action.hover', borderRadius: 1, fontSize: '.85rem' }}>
        npm run verify -- --export icp-audit-export.jsonl --checkpoints checkpoints --public-key icp-checkpoint-key.pem
      </Box>
    </Panel>
  )
}
