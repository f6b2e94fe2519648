import { useAct } from '@icp/client'
import { Banner, LoadingRows, PageHeading } from '@icp/ui'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { ToLogOn } from '../recovery/RecoveryForm.js'
import { InvitationForm } from './InvitationForm.js'
import { RecoveryCodes } from './RecoveryCodes.js'

/** `/invitation#…`: what stands behind the # never leaves the browser but in the body of these requests. */
export function InvitationPage() {
  const t = useShellText()
  const token = useLocation({ select: ({ hash }) => hash })
  const { mutate, data: opened, error } = useAct('openInvitation')
  const [done, setDone] = useState<{ readonly userName: string; readonly recoveryCodes: string[] } | null>(null)
  useEffect(() => {
    if (token) mutate({ body: { token } })
  }, [token, mutate])
  if (done) return <RecoveryCodes userName={done.userName} codes={done.recoveryCodes} />
  if (opened) return <InvitationForm token={token} opened={opened} onDone={setDone} />
  if (!token) return <Notice title={t('invitation.noLinkTitle')} text={t('invitation.noLink')} />
  if (error?.status === 404) return <Notice title={t('invitation.overTitle')} text={t('invitation.noLink')} />
  return error ? <ProblemNotice problem={error} retry={() => mutate({ body: { token } })} /> : <LoadingRows label={t('loading')} />
}

/** Who has joined already and opens the link once more wants to log on. */
function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <Banner tone="warn" live="status">{text}</Banner>
      <ToLogOn />
    </>
  )
}
