import { useText } from '@icp/app-shell'
import { Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type DragEvent, useRef, useState } from 'react'

/** The API refuses larger files; telling before the upload saves the wait. */
const mostBytes = 2 * 1024 * 1024

/** A PDF chosen by a real button, or dropped. */
export function DropPdf({ busy, onFile }: { readonly busy: boolean; readonly onFile: (bytes: Uint8Array) => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [error, setError] = useState('')
  const take = async (file: File | undefined) => {
    if (!file || busy) return
    setError(file.size > mostBytes ? t('verify.tooLarge') : '')
    if (file.size <= mostBytes) onFile(new Uint8Array(await file.arrayBuffer()))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <Panel title={t('verify.byFile')}>
      <Box
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}
        sx={{ border: '2px dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, p: 3, textAlign: 'center' }}
      >
        <Typography sx={{ mb: 1.5 }}>{t('verify.drop')}</Typography>
        <Button variant="outlined" onClick={() => input.current?.click()}>{t('verify.choose')}</Button>
        <input
          ref={input} type="file" accept="application/pdf,.pdf" hidden aria-label={t('verify.choose')} data-testid="certificate-file"
          onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }}
        />
        {error && <Typography role="alert" sx={{ color: 'error.main', fontWeight: 600, mt: 1.5 }}>{error}</Typography>}
      </Box>
    </Panel>
  )
}
