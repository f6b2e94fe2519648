import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { Me } from '@icp/contract'
import { acceptanceDocuments } from '@icp/domain'
import { BusyButton, PageHeading, Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'

/** A document has a new version: it is read and accepted before anything else goes on. */
export function AcceptAgain({ me }: { readonly me: Me }) {
  const t = useText()
  const say = useSay()
  const accept = useAct('acceptAgain', { refreshes: ['getMe', 'getOwnAccount'] })
  const [document] = me.toAccept
  if (!document) return null
  const text = acceptanceDocuments[document]
  return (
    <>
      <PageHeading lead={t('account.newVersion', { version: text.version })}>{say(text.title)}</PageHeading>
      {accept.error && <ProblemNotice problem={accept.error} />}
      <Panel>{text.paragraphs.map((paragraph) => <Typography key={paragraph.en} sx={{ mb: 1.5, maxWidth: '46em' }}>{say(paragraph)}</Typography>)}</Panel>
      <BusyButton size="large" busy={accept.isPending} busyText={t('registration.saving')} onClick={() => accept.mutate({ body: { document, version: text.version } })}>{t('registration.accept')}</BusyButton>
    </>
  )
}
