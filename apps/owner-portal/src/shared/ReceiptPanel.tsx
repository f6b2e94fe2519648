import { Answered, useFormat, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingReceipt } from '@icp/contract'
import { BusyButton, CopyButton, DataRows, DefinitionRows, Panel, saveFile } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ReceiptVerdict } from './ReceiptVerdict.js'

const Hash = ({ children }: { readonly children: string }) => <Box component="code" sx={{ overflowWrap: 'anywhere' }}>{children}</Box>

const save = (receipt: FilingReceipt) => saveFile(new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' }), `icp-receipt-${receipt.reference}.json`)

/** The owner's receipt: a link for the finish and one for each correction, the file to keep, and the check in one click. */
export function ReceiptPanel({ id }: { readonly id: string }) {
  const t = useText()
  const format = useFormat()
  const [checked, setChecked] = useState(false)
  const answer = useAnswer('getReceipt', { params: { id } })
  const ask = () => void answer.refetch().then(() => setChecked(true))
  return (
    <Panel title={t('receipt.title')}>
      <Typography sx={{ mb: 2 }}>{t('receipt.lead')}</Typography>
      <Answered answer={answer} rows={3}>
        {({ receipt, check }) => {
          const last = receipt.links.at(-1)
          return (
            <>
              {checked && !answer.isRefetching && <ReceiptVerdict check={check} />}
              <DefinitionRows
                rows={[
                  {
                    label: t('receipt.hash'), value: <Hash>{last?.hash ?? ''}</Hash>,
                    action: <CopyButton value={last?.hash ?? ''} label={t('receipt.copy')} copiedText={t('receipt.copied')} failedText={t('receipt.notCopied')} />,
                  },
                  {
                    label: t('receipt.checkpoint'),
                    value: receipt.checkpoint ? t('receipt.checkpointOf', { number: receipt.checkpoint.number, at: format.dayAndTime(receipt.checkpoint.at) }) : t('receipt.noCheckpoint'),
                  },
                ]}
              />
              <DataRows
                caption={t('receipt.links')} captionShown rows={receipt.links} rowKey={(link) => link.hash} cardsBelow={900}
                columns={[
                  { id: 'what', heading: t('receipt.what'), main: true, cell: (link) => (link.cause === 'finish' ? t('receipt.finish') : t('receipt.correction', { n: link.number - 1 })) },
                  { id: 'at', heading: t('receipt.at'), minWidth: 150, cell: (link) => format.dayAndTime(link.at) },
                  { id: 'digest', heading: t('receipt.digest'), cell: (link) => <Hash>{link.digest}</Hash> },
                  { id: 'hash', heading: t('receipt.hash'), cell: (link) => <Hash>{link.hash}</Hash> },
                ]}
              />
              <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mt: 2 }} className="no-print">
                <BusyButton variant="contained" busy={answer.isRefetching} busyText={t('receipt.checking')} onClick={ask}>{t('receipt.check')}</BusyButton>
                <Button variant="outlined" onClick={() => save(receipt)}>{t('receipt.download')}</Button>
              </Box>
            </>
          )
        }}
      </Answered>
    </Panel>
  )
}
