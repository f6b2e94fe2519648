import { ProblemNotice, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { correctableFields } from '@icp/domain'
import { FieldChoice } from '@icp/filing-forms'
import { BusyButton, type ErrorItem, ErrorSummary, LabelledSelect, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { providersAsked } from './providers-asked.js'

/** Asks a provider to correct named fields. Nothing changes until the provider has made the correction. */
export function RequestWindow({ filing, onClose }: { readonly filing: FilingView; readonly onClose: () => void }) {
  const t = useText()
  const [fields, setFields] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState('')
  const [tried, setTried] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const open = useAct('openCorrectionRequest', { refreshes: ['getFiling', 'listFilings'] })
  const offered = correctableFields(filing.content, filing.kind).map((row) => row.path)
  const able = providersAsked(filing, fields)
  const providerId = able.length === 1 ? (able[0]?.id ?? '') : chosen
  const errors = {
    fields: fields.length === 0 ? t('browsing.request.noFields') : able.length === 0 ? t('browsing.request.nobody') : undefined,
    provider: fields.length > 0 && able.length > 0 && providerId === '' ? t('browsing.request.noProvider') : undefined,
    reason: reason.trim() === '' ? t('browsing.request.noReason') : undefined,
  }
  const submit = () => {
    setTried(true)
    const items = Object.entries(errors).flatMap(([key, text]) => (text ? [{ fieldId: `request-${key}`, text }] : []))
    setSummary(items)
    if (items.length > 0 || open.isPending) return
    open.mutate({ params: { id: filing.id }, body: { version: filing.version, fields: [...fields], reason: reason.trim(), providerId } }, { onSuccess: onClose })
  }
  const shown = (text: string | undefined) => (tried && text ? { error: text } : {})
  return (
    <ModalWindow
      open title={t('browsing.request.title')} closeLabel={t('entry.close')} onClose={onClose} isDirty={fields.length > 0 || reason !== ''} onSubmit={submit}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('entry.cancel')}</Button>
          <BusyButton type="submit" busy={open.isPending} busyText={t('browsing.request.sending')}>{t('browsing.request.send')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('entry.problem')} items={summary} />
      {open.error && <ProblemNotice problem={open.error} />}
      <Box sx={{ display: 'grid', gap: 3 }}>
        <FieldChoice
          id="request-fields" label={t('browsing.request.fields')} hint={t('browsing.request.fieldsHint')} required content={filing.content} offered={offered} value={fields} onChange={setFields}
          {...shown(errors.fields)}
        />
        {able.length > 1 && (
          <LabelledSelect
            id="request-provider" label={t('browsing.request.provider')} hint={t('browsing.request.providerHint')} required value={chosen} onChange={setChosen} emptyText={t('browsing.request.choose')}
            options={able.map((provider) => ({ value: provider.id, text: provider.name }))} {...shown(errors.provider)}
          />
        )}
        <LabelledText id="request-reason" label={t('browsing.request.reason')} hint={t('browsing.request.reasonHint')} required multiline value={reason} onChange={setReason} maxLength={2000} {...shown(errors.reason)} />
      </Box>
    </ModalWindow>
  )
}
