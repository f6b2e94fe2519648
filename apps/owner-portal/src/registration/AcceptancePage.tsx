import { useAct, useAnswer } from '@icp/client'
import { useFormat, useSay, useText } from '@icp/app-shell'
import { acceptanceDocuments, type AcceptanceDocumentId } from '@icp/domain'
import { Banner, BusyButton, ErrorState, LoadingRows, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { paths } from '../paths.js'
import { RegistrationSteps } from './RegistrationSteps.js'

/** One of the two documents that must be accepted, in order, before the registration form opens. The server keeps both with their version. */
export function AcceptancePage({ document }: { readonly document: AcceptanceDocumentId }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const text = acceptanceDocuments[document]
  const registration = useAnswer('getRegistration', {}, { retry: false })
  const start = useAct('startRegistration', { refreshes: ['getRegistration'] })
  const accept = useAct('acceptForRegistration', { refreshes: ['getRegistration'] })
  const missing = registration.error?.status === 404

  // The same browser may register another account after one is done.
  const startsAnew = missing || registration.data?.done === true

  useEffect(() => {
    if (!startsAnew) return
    if (document === 'terms') start.mutate({})
    else void navigate({ to: paths.terms, replace: true })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- started once per arrival without a registration
  }, [startsAnew, document])

  const termsAccepted = registration.data?.accepted.some((one) => one.document === 'terms') ?? false
  useEffect(() => {
    if (document === 'pledge' && registration.data && !termsAccepted) void navigate({ to: paths.terms, replace: true })
  }, [document, registration.data, termsAccepted, navigate])

  const goOn = () => {
    accept.mutate({ body: { document, version: text.version } }, {
      onSuccess: () => void navigate({ to: document === 'terms' ? paths.pledge : paths.registrationForm }),
    })
  }
  const failed = accept.error ?? start.error

  return (
    <>
      <RegistrationSteps step={document} />
      <PageHeading>{say(text.title)}</PageHeading>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('registration.version', { version: format.day(text.version) })}</Typography>
      {failed && <Banner tone="bad" live="alert" title={say(failed.text)} />}
      <Panel>
        {registration.isPending && !missing ? <LoadingRows label={t('registration.loading')} rows={6} /> : (
          <Box role="region" aria-label={say(text.title)}>
            {text.paragraphs.map((paragraph) => (
              <Typography key={paragraph.en} sx={{ mb: 1.5, maxWidth: '46em' }}>{say(paragraph)}</Typography>
            ))}
          </Box>
        )}
        {registration.isError && !missing && <ErrorState title={say(registration.error.text)} retry={() => void registration.refetch()} retryText={t('registration.retry')} />}
      </Panel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3 }}>
        <BusyButton size="large" busy={accept.isPending} busyText={t('registration.saving')} disabled={!registration.data || startsAnew} onClick={goOn}>{t('registration.accept')}</BusyButton>
        <Button size="large" variant="outlined" onClick={() => void navigate({ to: paths.home })}>{t('registration.decline')}</Button>
      </Box>
    </>
  )
}
