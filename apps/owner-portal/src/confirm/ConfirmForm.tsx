import { ProblemNotice, useFormat, useSay, useText } from '@icp/app-shell'
import { answerKey, useAct } from '@icp/client'
import type { ConfirmationPage } from '@icp/contract'
import { kindWords } from '@icp/domain'
import { CorrectionList, FilingSummary, useKnownRuleData } from '@icp/filing-views'
import { Banner, BusyButton, DefinitionRows, type ErrorItem, ErrorSummary, LabelledText, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

const fields = ['code', 'mobile', 'lastSix'] as const

/** Code, mobile and the last six characters of the ID; confirming is the consent to the content shown here. */
export function ConfirmForm({ token, page }: { readonly token: string; readonly page: ConfirmationPage }) {
  useKnownRuleData()
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const queries = useQueryClient()
  const [values, setValues] = useState({ code: '', mobile: '', lastSix: '' })
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const [tried, setTried] = useState(false)
  const keep = (data: ConfirmationPage) => queries.setQueryData(answerKey('getConfirmation', { params: { token } }), data)
  const confirm = useAct('confirm', { onSuccess: keep, onError: () => void queries.invalidateQueries({ queryKey: answerKey('getConfirmation') }) })
  const resend = useAct('resendConfirmationCode', { onSuccess: keep })
  const missing = (field: (typeof fields)[number]) => (values[field].trim() === '' ? t(`confirm.missing.${field}`) : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const items = fields.flatMap((field) => { const text = missing(field); return text ? [{ fieldId: `confirm-${field}`, text }] : [] })
    setSummary(items)
    if (items.length === 0 && !confirm.isPending) confirm.mutate({ params: { token }, body: { code: values.code.trim(), mobile: values.mobile.trim(), lastSix: values.lastSix.trim() } })
  }
  return (
    <>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      {confirm.error && <ProblemNotice problem={confirm.error} />}
      {resend.error && <ProblemNotice problem={resend.error} />}
      <Panel title={t('confirm.asked', { name: page.name })}>
        <DefinitionRows
          rows={[
            { label: t('browsing.reference'), value: page.reference },
            { label: t('browsing.kind'), value: say(kindWords[page.kind]) },
            { label: t('confirm.covers'), value: format.list(page.covers.map(say)) },
            { label: t('confirm.until'), value: format.dayAndTime(page.expiresAt) },
          ]}
        />
      </Panel>
      {page.corrections.length > 0 && <Panel title={t('confirm.corrected')}><CorrectionList corrections={page.corrections} /></Panel>}
      {page.content && <FilingSummary content={page.content} changed={new Set(page.corrections.flatMap((correction) => correction.changes.map((change) => change.path)))} />}
      <Panel title={t('confirm.answer')}>
        <Banner tone="warn">{t('confirm.consent')}</Banner>
        <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
          {fields.map((field) => (
            <LabelledText
              key={field} id={`confirm-${field}`} label={t(`confirm.fields.${field}.label`)} hint={t(`confirm.fields.${field}.hint`, { mobile: page.mobile })} required value={values[field]}
              onChange={(value) => setValues((now) => ({ ...now, [field]: value }))} maxLength={field === 'mobile' ? 64 : 12} characters={14}
              autoComplete={field === 'code' ? 'one-time-code' : field === 'mobile' ? 'tel-national' : 'off'} inputMode={field === 'lastSix' ? 'text' : 'numeric'}
              {...(tried && missing(field) ? { error: missing(field) ?? '' } : {})}
            />
          ))}
          <Box role="status">{t('confirm.triesLeft', { count: page.triesLeft })}</Box>
          <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
            <BusyButton type="submit" size="large" busy={confirm.isPending} busyText={t('confirm.confirming')}>{t('confirm.confirm')}</BusyButton>
            <BusyButton variant="outlined" size="large" busy={resend.isPending} busyText={t('registration.codes.sending')} disabled={page.resendsLeft === 0} onClick={() => resend.mutate({ params: { token } })}>
              {t('confirm.resend', { count: page.resendsLeft })}
            </BusyButton>
          </Box>
        </Box>
      </Panel>
    </>
  )
}
