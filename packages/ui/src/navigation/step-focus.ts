/** Moves the focus to the next (1) or previous (-1) element that matches, from the focused one; to the first or last when none is. */
export function stepFocus(selector: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement))
  const target = at === -1 ? (step === 1 ? all[0] : all.at(-1)) : all[Math.min(Math.max(at + step, 0), all.length - 1)]
  target?.focus()
  target?.scrollIntoView?.({ block: 'nearest' })
}
