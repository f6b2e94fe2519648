import type { LogOnStep, Me } from '@icp/contract'
import { useClient } from '@icp/client'
import { ModalWindow } from '@icp/ui'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { LogOnCodeForm } from '../log-on/LogOnCodeForm.js'
import { LogOnForm } from '../log-on/LogOnForm.js'
import { useProofGate } from '../start/proof-context.js'
import { useLogOff } from './use-log-off.js'
import { useSignedIn } from './use-signed-in.js'

/**
 * The session has ended while a page was open. Both steps of the log-on run in a window over it, so that what was typed stays in the page's
 * own memory and nowhere else. Another account than before starts from nothing.
 */
export function SignInAgainWindow({ me }: { readonly me: Me }) {
  const t = useShellText()
  const client = useClient()
  const signedIn = useSignedIn()
  const { leave } = useLogOff()
  const proofs = useProofGate()
  const [step, setStep] = useState<LogOnStep | null>(null)
  const words = { title: t('session.againLeaveTitle'), text: t('session.againLeaveText'), discard: t('session.againLeave'), keep: t('session.againKeep') }
  /** The log-on has just proven the authenticator, so what waited for a code goes on. */
  const goOn = (again: Me) => {
    signedIn(again)
    proofs.settle(true)
  }
  const askStep = () => void client.call('getLogOnStep', {}).then(setStep, () => setStep(null))
  return (
    <ModalWindow open width="sm" title={t('session.againTitle')} closeLabel={t('session.close')} onClose={leave} isDirty discardText={words}>
      <p>{t('session.againText')}</p>
      {step
        ? (
            <LogOnCodeForm
              step={step} onStep={setStep} onRefused={askStep} onBack={() => setStep(null)}
              onSignedIn={(again) => (again.id === me.id ? goOn(again) : globalThis.location.assign('/'))}
            />
          )
        : <LogOnForm userName={me.userName} ownCategoryOnly onStep={setStep} />}
    </ModalWindow>
  )
}
