import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { Tick } from '../forms/Tick.js'
import { ModalWindow } from '../windows/ModalWindow.js'

export interface Shortcut {
  /** As `KeyboardEvent.key` says it, and as it is shown. */
  readonly key: string
  readonly text: string
  /** Left out where the browser does it by itself; the line is then only shown. */
  readonly run?: () => void
}

export interface ShortcutWords {
  /** The button that opens the list. */
  readonly open: string
  readonly title: string
  readonly close: string
  /** The tick that switches them on and off. */
  readonly enabled: string
  readonly help: string
}

const stored = 'icp.shortcuts'

const areOn = (): boolean => {
  try {
    return localStorage.getItem(stored) !== 'off'
  } catch {
    return true
  }
}

const remember = (on: boolean): void => {
  try {
    localStorage.setItem(stored, on ? 'on' : 'off')
  } catch { /* storage is forbidden here: the choice lasts as long as the page */ }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=tree], [role=menu]') !== null

/**
 * Single keys for who works here all day, listed under `?`. They rest while something is typed or a window is open, and can be switched off
 * for this device (WCAG 2.1.4).
 */
export function Shortcuts({ items, words }: { readonly items: readonly Shortcut[]; readonly words: ShortcutWords }) {
  const [on, setOn] = useState(areOn)
  const [open, setOpen] = useState(false)
  const latest = useRef(items)
  latest.current = items
  useEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return
      const run = event.key === '?' ? () => setOpen(true) : latest.current.find((item) => item.key === event.key)?.run
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on])
  const change = (value: boolean) => {
    remember(value)
    setOn(value)
  }
  return (
    <>
      <Button variant="text" size="small" className="no-print" sx={{ display: { xs: 'none', sm: 'inline-flex' } }} onClick={() => setOpen(true)}>{words.open}</Button>
      <ModalWindow open={open} title={words.title} closeLabel={words.close} onClose={() => setOpen(false)} width="sm">
        <Box component="dl" sx={{ m: 0, mb: 2, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 1, alignItems: 'baseline' }}>
          {[...items, { key: '?', text: words.help }].map((item) => (
            <Box key={item.key} sx={{ display: 'contents' }}>
              <Box component="dt"><Box component="kbd" sx={{ fontFamily: 'inherit', border: 1, borderColor: 'divider', borderRadius: 1, px: 1, py: 0.25 }}>{item.key}</Box></Box>
              <Box component="dd" sx={{ m: 0 }}>{item.text}</Box>
            </Box>
          ))}
        </Box>
        <Tick id="shortcuts-on" label={words.enabled} value={on} onChange={change} />
      </ModalWindow>
    </>
  )
}
