import { useAnswer } from '@icp/client'
import { LoadingRows } from '@icp/ui'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Activity, type ReactNode, useEffect, useState } from 'react'
import { ProofWindow } from '../account/ProofWindow.js'
import { useShellText } from '../language/use-text.js'
import { PasswordExpiredPage } from '../passwords/PasswordExpiredPage.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useSettings } from '../start/settings.js'
import { GoTo } from './GoTo.js'
import { OtherPortalPage } from './OtherPortalPage.js'
import { SessionEndWarning } from './SessionEndWarning.js'
import { SignInAgainWindow } from './SignInAgainWindow.js'
import { setSessionHint } from './session-hint.js'
import { useSession } from './use-session.js'

/** Lets only signed-in users of this portal see the pages below. A session that ends later is renewed in a window, over the page as it stands. */
export function SessionGate() {
  const t = useShellText()
  const { portal, gate } = useSettings()
  const { me, state, problem, refresh } = useSession({ required: true })
  if (state === 'signed-out') return <ToLogOn />
  if (!me) return problem && state === 'unknown' ? <ProblemNotice problem={problem} retry={refresh} /> : <LoadingRows label={t('loading')} />
  if (me.category !== portal) return <OtherPortalPage me={me} />
  return (
    <>
      <BehindOldPassword expired={me.passwordExpired === true}>{gate?.(me) ?? <Outlet />}</BehindOldPassword>
      {state === 'ended' ? <SignInAgainWindow me={me} /> : <SessionEndWarning />}
      {state !== 'ended' && <ProofWindow />}
    </>
  )
}

/** A new password comes before any page. One that was open already, where the old password ended between two log-ons, stays as it stands with what was typed, out of sight until then. */
function BehindOldPassword({ expired, children }: { readonly expired: boolean; readonly children: ReactNode }) {
  const [opened, setOpened] = useState(!expired)
  if (!expired && !opened) setOpened(true)
  return (
    <>
      {expired && <PasswordExpiredPage />}
      {opened && <Activity mode={expired ? 'hidden' : 'visible'}>{children}</Activity>}
    </>
  )
}

/** To the first step, or to the second when that one is running. */
function ToLogOn() {
  const t = useShellText()
  const { href } = useLocation()
  // The address changes while this still stands; the way back is the one of the page that was asked for.
  const [back] = useState(href)
  useEffect(() => setSessionHint(false), [])
  const step = useAnswer('getLogOnStep', {}, { retry: false, staleTime: 5000 })
  if (!step.data && !step.error) return <LoadingRows label={t('loading')} />
  return <GoTo to={step.data && !step.error ? '/log-on/code' : '/log-on'} search={{ return: back }} />
}
