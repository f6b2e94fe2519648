import { ProblemNotice } from '@icp/app-shell'
import { type ApiProblem, useClient } from '@icp/client'
import { BusyButton, type BusyButtonProps, saveFile } from '@icp/ui'
import { useMutation } from '@tanstack/react-query'
import { useConsoleText } from '../text.js'

interface DownloadButtonProps extends Pick<BusyButtonProps, 'size' | 'variant'> {
  readonly certificateId: string
  /** Without ending. */
  readonly fileName: string
  readonly text: string
  /** Says which one, where several stand on a page. */
  readonly label?: string
}

/** Saves the signed PDF of one certificate. */
export function DownloadButton({ certificateId, fileName, text, label, size = 'small', variant = 'outlined' }: DownloadButtonProps) {
  const t = useConsoleText()
  const client = useClient()
  const download = useMutation<void, ApiProblem>({
    mutationFn: async () => saveFile(await client.download('downloadCertificate', { params: { id: certificateId } }), `${fileName}.pdf`),
  })
  return (
    <>
      <BusyButton size={size} variant={variant} busy={download.isPending} busyText={t('certificates.downloading')} {...(label ? { 'aria-label': label } : {})} onClick={() => download.mutate()}>
        {text}
      </BusyButton>
      {download.error && <ProblemNotice problem={download.error} retry={() => download.mutate()} />}
    </>
  )
}
