import { ApiProblem, answerKey, useClient } from '@icp/client'
import type { FilingView } from '@icp/contract'
import type { FilingKind, Finding, RegistrationContent } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { draftFindings, leftToRedo } from './draft-findings.js'
import { isFinalRefusal, isOurs, isUnanswered } from './lost-answers.js'
import { countSave } from './saves-underway.js'
import { useRetriedSave } from './use-retried-save.js'

const pauseBeforeSaving = 700

export interface Draft {
  readonly id: string
  readonly kind: FilingKind
  readonly content: RegistrationContent
  readonly findings: readonly Finding[]
  /** What newer rules, or the time that passed, ask for and is not done yet. */
  readonly redo: FilingView['redo']
  readonly savedAt: string
  readonly state: 'saved' | 'saving' | 'failed' | 'idle'
  /** Why the last save was refused; what was typed stays on screen. */
  readonly problem: ApiProblem | null
  change(content: RegistrationContent): void
  /** Saves what is not saved yet; resolves to whether everything is safe, and the version that the server holds. */
  flush(): Promise<{ readonly safe: boolean; readonly version: number }>
}

/**
 * The content of one draft as it is typed. Every pause saves it, one save at a time with the version that the server last gave; a conflict or
 * a lock stops saving and keeps the typed content. A save whose answer was lost is no conflict: if the server holds what it sent, it counts.
 */
export function useDraftOf(filing: FilingView): Draft {
  const client = useClient()
  const queries = useQueryClient()
  const [content, setContent] = useState(filing.content as RegistrationContent)
  const [saved, setSaved] = useState({ at: filing.savedAt, findings: filing.findings as readonly Finding[] })
  const [state, setState] = useState<Draft['state']>('saved')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const version = useRef(filing.version)
  const latest = useRef(content)
  const dirty = useRef(false)
  const stopped = useRef(false)
  const unanswered = useRef<RegistrationContent[]>([])
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const send = useCallback(async (sent: RegistrationContent) => {
    const save = () => client.call('saveDraft', { params: { id: filing.id }, body: { version: version.current, content: sent } })
    try {
      return await save()
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem) || thrown.status !== 409 || unanswered.current.length === 0) throw thrown
      const server = await client.call('getFiling', { params: { id: filing.id } })
      if (!isOurs(server, unanswered.current)) throw thrown
      version.current = server.version
      return save()
    }
  }, [client, filing.id])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    setState('saving')
    try {
      const answer = await send(sent)
      version.current = answer.version
      unanswered.current = []
      dirty.current = latest.current !== sent
      setSaved({ at: answer.savedAt, findings: answer.findings })
      setProblem(null)
      setState(dirty.current ? 'idle' : 'saved')
      void queries.invalidateQueries({ queryKey: answerKey('getFiling', { params: { id: filing.id } }), refetchType: 'none' })
      // What is filed decides which papers are asked for.
      void queries.invalidateQueries({ queryKey: answerKey('listPapers', { params: { id: filing.id } }) })
      return true
    } catch (thrown) {
      const refusal = thrown as ApiProblem
      if (isUnanswered(refusal.status)) unanswered.current = [...unanswered.current, sent]
      stopped.current = isFinalRefusal(refusal.status)
      setProblem(refusal)
      setState('failed')
      return false
    }
  }, [send, filing.id, queries])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    for (;;) {
      // Whoever waits here may find that another has already begun the next save.
      while (running.current) await running.current
      if (!dirty.current) return { safe: true, version: version.current }
      if (stopped.current) return { safe: false, version: version.current }
      running.current = countSave(saveOnce().finally(() => { running.current = null }))
      if (!(await running.current)) return { safe: false, version: version.current }
    }
  }, [saveOnce])

  const change = useCallback((next: RegistrationContent) => {
    latest.current = next
    dirty.current = true
    setContent(next)
    clearTimeout(timer.current)
    if (stopped.current) return
    setState('idle')
    timer.current = setTimeout(() => void flush(), pauseBeforeSaving)
  }, [flush])

  useEffect(() => {
    const leave = () => { if (dirty.current) void flush() }
    const warn = (event: BeforeUnloadEvent) => { if (dirty.current) event.preventDefault() }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('beforeunload', warn)
      leave()
    }
  }, [flush])

  const saveAgain = useCallback(() => void flush(), [flush])
  useRetriedSave(problem, saveAgain)

  const context = useRuleContext()
  const findings = useMemo(() => draftFindings(filing.kind, content, saved.findings, context), [filing.kind, content, saved.findings, context])
  const redo = useMemo(() => leftToRedo(filing.redo, findings), [filing.redo, findings])
  return useMemo(
    () => ({ id: filing.id, kind: filing.kind, content, findings, redo, savedAt: saved.at, state, problem, change, flush }),
    [filing.id, filing.kind, content, findings, redo, saved.at, state, problem, change, flush],
  )
}

export const DraftContext = createContext<Draft | null>(null)

export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('DraftLayout is missing above this step')
  return draft
}
