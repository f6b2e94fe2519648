import { useText } from '@icp/app-shell'
import { Panel } from '@icp/ui'
import { FileDrop } from '../shared/FileDrop.js'

/** The API refuses larger files; telling before the upload saves the wait. */
const mostBytes = 2 * 1024 * 1024

/** The PDF of a certificate. */
export function DropPdf({ busy, onFile }: { readonly busy: boolean; readonly onFile: (bytes: Uint8Array) => void }) {
  const t = useText()
  return (
    <Panel title={t('verify.byFile')}>
      <FileDrop
        words={{ drop: t('verify.drop'), choose: t('verify.choose'), tooLarge: t('verify.tooLarge') }} accept="application/pdf,.pdf" mostBytes={mostBytes} busy={busy}
        testId="certificate-file" onFile={(file) => void file.arrayBuffer().then((bytes) => onFile(new Uint8Array(bytes)))}
      />
    </Panel>
  )
}
