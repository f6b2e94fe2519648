import { PasswordVerdictLine, useFormat, useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { blocking, type Finding, personalCertificateTypes } from '@icp/domain'
import { Banner, BusyButton, ErrorSummary, LabelledSelect, LabelledText, type LabelledTextProps, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { paths } from '../paths.js'
import { CodesPanel } from './CodesPanel.js'
import { bodyOf, byField, emptyRegistration, formFindings, type RegistrationField, registrationFields, tidied } from './registration-form.js'
import { RegistrationSteps } from './RegistrationSteps.js'

/** Name, password, person, contact and the two codes. Nothing typed is lost on a refusal; only the passwords are never kept by the browser. */
export function RegistrationFormPage() {
  const t = useText()
  const format = useFormat()
  const say = useSay()
  const navigate = useNavigate()
  const [values, setValues] = useState(emptyRegistration)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<readonly Finding[]>([])
  const [summary, setSummary] = useState<{ fieldId: string; text: string }[]>([])
  const registration = useAnswer('getRegistration', {}, { retry: false })
  const complete = useAct('completeRegistration', { refreshes: ['getRegistration'] })

  const accepted = registration.data?.accepted.length ?? 0
  useEffect(() => {
    if (registration.error?.status === 404 || (registration.data && accepted < 2)) {
      void navigate({ to: accepted === 1 ? paths.pledge : paths.terms, replace: true })
    }
  }, [registration.data, registration.error, accepted, navigate])

  const found = useMemo(() => byField([...(tried ? blocking(formFindings(values)) : []), ...refused]), [tried, values, refused])
  const errorOf = (field: RegistrationField) => {
    const finding = found.get(field)
    return finding ? format.sentences(say(finding.text), say(finding.fix)) : undefined
  }
  const put = (field: RegistrationField) => (value: string) => {
    setValues((now) => ({ ...now, [field]: value }))
    setRefused((now) => now.filter((finding) => finding.path !== field))
  }
  const text = (field: RegistrationField, more: Partial<LabelledTextProps> = {}) => (
    <LabelledText
      id={field} label={t(`registration.fields.${field}.label`)} hint={t(`registration.fields.${field}.hint`)} error={errorOf(field)} required
      value={values[field]} onChange={put(field)} onBlur={() => setValues((now) => ({ ...now, [field]: tidied(field, now[field]) }))} {...more}
    />
  )
  const summarise = (findings: readonly Finding[]) =>
    setSummary([...byField(findings)].map(([fieldId, finding]) => ({ fieldId, text: say(finding.text) })))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const clean = Object.fromEntries(registrationFields.map((field) => [field, tidied(field, values[field])])) as typeof values
    setValues(clean)
    const stop = blocking(formFindings(clean))
    summarise(stop)
    if (stop.length > 0 || complete.isPending || complete.isSuccess) return
    complete.mutate({ body: bodyOf(clean) }, {
      onSuccess: ({ userName }) => void navigate({ to: paths.registrationDone, search: { userName } as never, replace: true }),
      onError: (problem) => {
        setRefused(problem.findings)
        if (byField(problem.findings).size > 0) summarise(problem.findings)
        else setSummary([{ fieldId: '', text: say(problem.text) }])
      },
    })
  }

  return (
    <>
      <RegistrationSteps step="form" />
      <ErrorSummary title={t('registration.problem')} items={summary} />
      <PageHeading titlePrefix={summary.length > 0 ? t('entry.errorPrefix') : ''}>{t('registration.title')}</PageHeading>
      <Banner tone="neutral" title={t('registration.prompt.title')}>{t('registration.prompt.text')}</Banner>
      <Box component="form" noValidate onSubmit={submit}>
        <Panel title={t('registration.groups.account')}>
          <Box sx={{ display: 'grid', gap: 3 }}>
            {text('userName', { autoComplete: 'username', maxLength: 64, spellCheck: false })}
            {text('password', { type: 'password', autoComplete: 'new-password', maxLength: 1024 })}
            <PasswordVerdictLine userName={values.userName} password={values.password} />
            {text('passwordAgain', { type: 'password', autoComplete: 'new-password', maxLength: 1024 })}
          </Box>
        </Panel>
        <Panel title={t('registration.groups.person')}>
          <Box sx={{ display: 'grid', gap: 3 }}>
            {text('name', { autoComplete: 'name', maxLength: 128 })}
            <LabelledSelect
              id="certificateType" label={t('registration.fields.certificateType.label')} hint={t('registration.fields.certificateType.hint')} required
              error={errorOf('certificateType')} value={values.certificateType} onChange={put('certificateType')}
              options={personalCertificateTypes.map((row) => ({ value: row.id, text: say(row) }))}
            />
            {text('certificateNumber', { maxLength: 64, spellCheck: false, characters: 20 })}
          </Box>
        </Panel>
        <Panel title={t('registration.groups.contact')}>
          <Box sx={{ display: 'grid', gap: 3 }}>
            {text('mobile', { type: 'tel', autoComplete: 'tel-national', inputMode: 'tel', maxLength: 32, characters: 16 })}
            {text('email', { type: 'email', autoComplete: 'email', inputMode: 'email', maxLength: 254 })}
            <CodesPanel mobile={values.mobile} email={values.email} onRefused={(findings) => { setRefused(findings); summarise(findings) }} />
            {text('mobileCode', { autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 12, characters: 8 })}
            {text('emailCode', { autoComplete: 'off', inputMode: 'numeric', maxLength: 12, characters: 8 })}
          </Box>
        </Panel>
        <Box>
          <BusyButton size="large" type="submit" busy={complete.isPending || complete.isSuccess} busyText={t('registration.sending')}>{t('registration.register')}</BusyButton>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>{t('registration.afterwards')}</Typography>
        </Box>
      </Box>
    </>
  )
}
