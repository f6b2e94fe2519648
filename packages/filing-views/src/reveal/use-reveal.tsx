import { useAct, useAnswer } from '@icp/client'
import { asksReadNote, type ReadPurpose } from '@icp/domain'
import { useSay } from '@icp/ui'
import { type ReactNode, useState } from 'react'
import { filled } from '../words.js'
import { ownPurpose, purposeOf, rememberPurpose } from './purposes.js'
import { RevealWindow } from './RevealWindow.js'
import { revealWords as words } from './words.js'

/** Which filing's masked values may be asked for, and of which version of it. */
export interface Revealable {
  readonly filingId: string
  readonly revision?: number
}

interface Shown {
  readonly masked: string
  readonly value: string
}

export interface Reveal {
  /** The value in clear while it is shown; undefined while it is masked. */
  readonly valueAt: (path: string, masked: string) => string | undefined
  readonly isBusy: (path: string) => boolean
  /** Shows what is masked and masks what is shown. */
  readonly toggle: (path: string, label: string, masked: string) => void
  /** The window that asks for the purpose, or that says why nothing is shown. */
  readonly window: ReactNode
}

interface Asked {
  readonly path: string
  readonly label: string
  readonly masked: string
}

/** Masked values in clear, one at a time, each asked of the API with its purpose. What is shown is kept here alone and goes with the screen. */
export function useReveal(of: Revealable): Reveal | undefined {
  const say = useSay()
  const me = useAnswer('getMe', {}, { staleTime: 60_000 }).data
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map())
  const [asked, setAsked] = useState<Asked>()
  const [isOpen, setOpen] = useState(false)
  const act = useAct('revealField')
  if (!me) return undefined
  const { filingId, revision } = of
  const before = purposeOf(me.id, filingId)
  const keyOf = (path: string) => `${filingId} ${revision ?? ''} ${path}`

  const show = (which: Asked, purpose: ReadPurpose) => {
    setAsked(which)
    act.mutate({ params: { id: filingId }, body: { path: which.path, ...purpose, ...(revision === undefined ? {} : { revision }) } }, {
      onSuccess: ({ value }) => {
        rememberPurpose(me.id, filingId, purpose)
        setShown((now) => new Map([...now, [keyOf(which.path), { masked: which.masked, value }]]))
        setOpen(false)
      },
      // A refusal needs a place to be read, also where no purpose was asked.
      onError: () => setOpen(true),
    })
  }
  const valueAt = (path: string, masked: string) => {
    const one = shown.get(keyOf(path))
    // Corrected meanwhile: what was asked for is not what stands there now.
    return one?.masked === masked ? one.value : undefined
  }
  const close = () => {
    setOpen(false)
    act.reset()
  }
  return {
    valueAt,
    isBusy: (path) => act.isPending && asked?.path === path,
    toggle: (path, label, masked) => {
      const which = { path, label, masked }
      const purpose: ReadPurpose | undefined = asksReadNote(me.role) ? before : ownPurpose
      if (valueAt(path, masked) !== undefined) setShown((now) => new Map([...now].filter(([key]) => key !== keyOf(path))))
      else if (purpose) show(which, purpose)
      else {
        setAsked(which)
        setOpen(true)
      }
    },
    window: asked && isOpen ? (
      <RevealWindow
        key={asked.path} role={me.role} lead={filled(say(words.lead), { field: asked.label })} noteHint={say(words.noteHint)} problem={act.error} busy={act.isPending} before={before}
        onShow={(purpose) => show(asked, purpose)} onClose={close}
      />
    ) : null,
  }
}
