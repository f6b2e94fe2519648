import { ProblemNotice, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { FilingReceipt } from '@icp/contract'
import { BusyButton, LabelledText, LoadingRows, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { type FormEvent, useState } from 'react'
import { FileDrop } from '../shared/FileDrop.js'
import { ReceiptVerdict } from '../shared/ReceiptVerdict.js'

const mostBytes = 512 * 1024

/** Does a receipt say what is stored? By its file, or by submission number and hash. Needs no account. */
export function CheckReceiptPage() {
  const t = useText()
  const [reference, setReference] = useState('')
  const [hash, setHash] = useState('')
  const [missing, setMissing] = useState(false)
  const [fileError, setFileError] = useState<string>()
  const check = useAct('checkReceipt')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = reference.trim() === '' || hash.trim() === ''
    setMissing(isMissing)
    setFileError(undefined)
    if (!isMissing) check.mutate({ body: { reference: reference.trim(), hash: hash.trim() } })
  }
  const take = async (file: File) => {
    const receipt = await read(file)
    setMissing(false)
    setFileError(receipt ? undefined : t('receipt.noReceipt'))
    check.reset()
    if (receipt) check.mutate({ body: { receipt } })
  }
  const needed = (value: string) => (missing && value.trim() === '' ? { error: t('receipt.needed') } : {})
  return (
    <>
      <PageHeading lead={t('receipt.page.lead')}>{t('receipt.page.title')}</PageHeading>
      {check.error && <ProblemNotice problem={check.error} />}
      {check.isPending && <LoadingRows label={t('receipt.checking')} />}
      {check.data && <ReceiptVerdict check={check.data} />}
      <Panel title={t('receipt.page.byFile')}>
        <FileDrop
          words={{ drop: t('receipt.page.drop'), choose: t('receipt.page.choose'), tooLarge: t('receipt.noReceipt') }} accept="application/json,.json" mostBytes={mostBytes}
          busy={check.isPending} error={fileError} testId="receipt-file" onFile={(file) => void take(file)}
        />
      </Panel>
      <Panel title={t('receipt.page.byHash')}>
        <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
          <LabelledText id="receipt-reference" label={t('receipt.reference')} hint={t('receipt.referenceHint')} value={reference} onChange={setReference} maxLength={40} spellCheck={false} autoComplete="off" {...needed(reference)} />
          <LabelledText id="receipt-hash" label={t('receipt.hash')} hint={t('receipt.hashHint')} value={hash} onChange={setHash} maxLength={80} spellCheck={false} autoComplete="off" {...needed(hash)} />
          <Box><BusyButton type="submit" variant="contained" busy={check.isPending} busyText={t('receipt.checking')}>{t('receipt.page.go')}</BusyButton></Box>
        </Box>
      </Panel>
    </>
  )
}

/** Undefined for a file that is no receipt of ours; whether it is genuine, the API says. */
async function read(file: File): Promise<FilingReceipt | undefined> {
  try {
    const parsed = FilingReceipt.safeParse(JSON.parse(await file.text()))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
