import { type ApiProblem, useAct } from '@icp/client'
import type { LogOnStep } from '@icp/contract'
import type { Category } from '@icp/domain'
import { type ErrorItem, useSay } from '@icp/ui'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import type { ProofState, VerificationValue } from '../verification/verification-value.js'
import { useWaiting } from './waiting.js'

export const fieldIds = { category: 'log-on-category', userName: 'log-on-user-name', password: 'log-on-password', verification: 'log-on-verification' } as const
type Field = keyof typeof fieldIds

const fieldOf = (path: string): Field | undefined => (Object.keys(fieldIds) as Field[]).find((field) => path === field || path.startsWith(`${field}.`))

/** What the first step of the log-on holds, and what happens when it is sent. */
export function useLogOn(category: Category, knownUserName: string, onStep: (step: LogOnStep) => void) {
  const t = useShellText()
  const say = useSay()
  const waiting = useWaiting()
  const act = useAct('logOn')
  const [userName, setUserName] = useState(knownUserName)
  const [password, setPassword] = useState('')
  const [verification, setVerification] = useState<VerificationValue | null>(null)
  const [proof, setProof] = useState<ProofState | null>(null)
  // Log on was pressed while the proof still runs: it is sent once the proof is there.
  const [queued, setQueued] = useState(false)
  const [round, setRound] = useState(0)
  const [items, setItems] = useState<readonly ErrorItem[]>([])
  // A field's own error goes when the field is changed. The summary stays as it was read out, until the next try.
  const [mended, setMended] = useState<readonly Field[]>([])

  const fail = (found: readonly ErrorItem[]) => {
    setItems(found)
    setMended([])
  }
  const changing = <Value>(field: Field, set: (value: Value) => void) => (value: Value) => {
    set(value)
    setMended((before) => (before.includes(field) ? before : [...before, field]))
  }

  const refused = (problem: ApiProblem) => {
    // A verification code is good for one try, and a wrong password is not shown again; the name stays.
    setPassword('')
    setVerification(null)
    setRound((now) => now + 1)
    if (problem.retryAfter !== undefined) waiting.start(problem.retryAfter)
    const findings = problem.findings.map((finding) => ({ field: fieldOf(finding.path), text: say(finding.text) }))
    fail(findings.length > 0
      ? findings.map(({ field, text }) => ({ fieldId: field ? fieldIds[field] : '', text }))
      : problem.status === 429 ? [] : [{ fieldId: '', text: say(problem.text) }])
  }

  const submit = () => {
    if (act.isPending) return
    const missing = [
      ...(userName.trim() ? [] : [{ fieldId: fieldIds.userName, text: t('logOn.missing.userName') }]),
      ...(password ? [] : [{ fieldId: fieldIds.password, text: t('logOn.missing.password') }]),
      ...(verification || proof === 'working' ? [] : [{ fieldId: fieldIds.verification, text: t(proof === 'failed' ? 'verification.failed' : 'logOn.missing.verification') }]),
    ]
    fail(missing)
    setQueued(missing.length === 0 && !verification)
    if (missing.length > 0 || !verification) return
    act.mutate({ body: { category, userName: userName.trim(), password, verification } }, { onSuccess: onStep, onError: refused })
  }

  useEffect(() => {
    if (queued && proof !== 'working') submit()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the proof has come or failed
  }, [queued, proof])

  return {
    userName,
    setUserName: changing('userName', setUserName),
    password,
    setPassword: changing('password', setPassword),
    /** The field reports null by itself when a new picture comes; only an answer mends. */
    setVerification: (answer: VerificationValue | null) => (answer ? changing('verification', setVerification)(answer) : setVerification(null)),
    setProof,
    round, items, waiting, submit,
    busy: act.isPending || queued,
    /** Pressed, and waiting for the proof. */
    verifying: queued,
    /** The refusal of a server or network in trouble, which no field can mend. */
    failure: act.error && (act.error.status === 0 || act.error.status >= 500) ? act.error : null,
    errorOf: (field: Field) => (mended.includes(field) ? undefined : items.find((item) => item.fieldId === fieldIds[field])?.text),
  }
}
