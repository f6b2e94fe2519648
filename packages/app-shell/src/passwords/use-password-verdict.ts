import { useAnswer, useClient } from '@icp/client'
import { type Finding, passwordFindings, passwordLength } from '@icp/domain'
import { useEffect, useState } from 'react'

export type PasswordVerdict =
  | { readonly state: 'empty' | 'checking' | 'unknown' | 'good' }
  | { readonly state: 'short'; readonly missing: number }
  | { readonly state: 'bad'; readonly finding: Finding }

/** The server is asked once the typing has rested for this long. */
const restMs = 500

/** What the rules, and then the server's list of known passwords, say about a password while it is typed. It goes to nobody else and is kept nowhere. */
export function usePasswordVerdict(userName: string, password: string): PasswordVerdict {
  const client = useClient()
  const profile = useAnswer('getSite', {}, { staleTime: 60_000 }).data?.passwordProfile
  const [answer, setAnswer] = useState<{ readonly about: string; readonly finding: Finding | null | undefined }>()
  const missing = passwordLength.least - [...password].length
  const [finding] = passwordFindings({ userName, password }, profile)
  const isAsked = missing <= 0 && finding === undefined
  const about = `${userName}\n${password}`
  useEffect(() => {
    if (!isAsked) return undefined
    const controller = new AbortController()
    const timer = setTimeout(() => {
      client.call('judgePassword', { body: { userName: userName.trim(), password } }, { signal: controller.signal })
        .then(({ findings }) => setAnswer({ about, finding: findings[0] ?? null }))
        .catch(() => { if (!controller.signal.aborted) setAnswer({ about, finding: undefined }) })
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [client, about, isAsked, userName, password])
  if (password === '') return { state: 'empty' }
  if (missing > 0) return { state: 'short', missing }
  if (finding) return { state: 'bad', finding }
  if (answer?.about !== about) return { state: 'checking' }
  if (answer.finding) return { state: 'bad', finding: answer.finding }
  return { state: answer.finding === null ? 'good' : 'unknown' }
}
