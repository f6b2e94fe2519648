import { createApp } from '@icp/app-shell'
import { type Answerer, answering, apiStand, refuse, sampleMe, samplePicture, sampleSite } from '@icp/app-shell/testing'
import { ids, samplePapers } from '@icp/filing-views/testing'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, fireEvent, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { settings } from './settings.js'

interface Opened {
  readonly language?: 'zh-CN' | 'en'
  /** Nobody is signed in. */
  readonly visitor?: boolean
}

/** The whole portal at an address, on an API that answers by the contract. */
export const openPortal = async (path: string, answers: Readonly<Record<string, Answerer>> = {}, { language = 'en', visitor = false }: Opened = {}) => {
  localStorage.clear()
  sessionStorage.clear()
  if (!visitor) localStorage.setItem('icp.signed-in', '1')
  const stand = apiStand({
    ...answering('getSite', sampleSite()), ...answering('drawVerificationPicture', samplePicture()), ...answering('listNotices', { rows: [], unread: 0 }),
    ...answering('listPapers', samplePapers(), { id: ids.filing }),
    ...(visitor ? { 'GET /me': () => refuse(401), 'GET /log-on': () => refuse(401) } : answering('getMe', sampleMe())),
    ...answers,
  })
  const app = createApp(settings, { fetch: stand.fetch, history: createMemoryHistory({ initialEntries: [path] }), language })
  render(<StrictMode>{app.element}</StrictMode>)
  // The names of cities and counties come with a file of their own.
  await act(async () => { await import('@icp/domain/divisions') })
  return { ...stand, router: app.router, queries: app.queries }
}

/** Puts a text into a field and leaves it. Faster than typing, where the keystrokes are not what is tested. */
export const fillIn = (field: HTMLElement, text: string): void => {
  act(() => field.focus())
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

/** A user who does not ask the style sheets before each click: in a page of hundreds of elements that takes longer than all the rest. */
export const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })

const nameOf = (button: Element): string => {
  const label = button.getAttribute('aria-label')
  if (label !== null) return label
  const shown = button.cloneNode(true) as Element
  for (const part of shown.querySelectorAll('[aria-hidden=true]')) part.remove()
  return shown.textContent?.trim() ?? ''
}

/** The one button of this name that a reader of the page is told of. */
export const buttonNamed = (name: string, scope: Element = document.body): HTMLElement => {
  const found = [...scope.querySelectorAll<HTMLElement>('button')].filter((button) => nameOf(button) === name && !button.closest('[aria-hidden=true]'))
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} buttons are called ${name}`)
  return only
}

export const press = (name: string, scope?: Element): Promise<void> => user.click(buttonNamed(name, scope))
