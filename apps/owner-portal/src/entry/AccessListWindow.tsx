import { useFormat, useText } from '@icp/app-shell'
import { ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useAccessText } from './use-access-text.js'
import { useDraft } from './use-draft.js'

interface AccessListWindowProps {
  readonly serviceId: string
  readonly title: string
  readonly onAdd: () => void
  readonly onContinue: () => void
}

/** What this website is reached through so far. */
export function AccessListWindow({ serviceId, title, onAdd, onContinue }: AccessListWindowProps) {
  const t = useText()
  const format = useFormat()
  const textOf = useAccessText(serviceId)
  const service = useDraft().content.services.find((one) => one.id === serviceId)
  return (
    <ModalWindow
      open title={format.labelled(title, service?.name ?? '')} closeLabel={t('entry.close')} onClose={onContinue} width="sm"
      actions={(
        <>
          <Button variant="outlined" onClick={onAdd}>{t('entry.access.add')}</Button>
          <Button variant="contained" autoFocus onClick={onContinue}>{t('entry.access.continue')}</Button>
        </>
      )}
    >
      <Typography role="status" sx={{ mb: 2 }}>{t('entry.access.savedOne')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {service?.accesses.map((access) => (
          <li key={access.id}>{access.providerName} · {textOf(access, 'ipRanges')}</li>
        ))}
      </Box>
    </ModalWindow>
  )
}
