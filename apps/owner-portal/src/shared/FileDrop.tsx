import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type DragEvent, useRef, useState } from 'react'

interface FileDropProps {
  readonly words: { readonly drop: string; readonly choose: string; readonly tooLarge: string }
  readonly accept: string
  readonly mostBytes: number
  readonly busy: boolean
  /** Said under the button; the file itself was at fault. */
  readonly error?: string | undefined
  readonly testId: string
  readonly onFile: (file: File) => void
}

/** A file chosen by a real button, or dropped. One that is too large is refused before it is read. */
export function FileDrop({ words, accept, mostBytes, busy, error, testId, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const take = (file: File | undefined) => {
    if (!file || busy) return
    setTooLarge(file.size > mostBytes)
    if (file.size <= mostBytes) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const said = tooLarge ? words.tooLarge : error
  return (
    <Box
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}
      sx={{ border: '2px dashed', borderColor: over ? 'primary.main' : 'divider', borderRadius: 1, p: 3, textAlign: 'center' }}
    >
      <Typography sx={{ mb: 1.5 }}>{words.drop}</Typography>
      <Button variant="outlined" onClick={() => input.current?.click()}>{words.choose}</Button>
      <input
        ref={input} type="file" accept={accept} hidden aria-label={words.choose} data-testid={testId}
        onChange={(event) => { take(event.target.files?.[0]); event.target.value = '' }}
      />
      {said && <Typography role="alert" sx={{ color: 'error.main', fontWeight: 600, mt: 1.5 }}>{said}</Typography>}
    </Box>
  )
}
