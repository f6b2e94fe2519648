import { createRoot } from 'react-dom/client'
import { createApp } from './create-app.js'
import type { AppSettings } from './settings.js'

/** Draws the portal into the element with the id `root`. Throws when the page has none. */
export function startApp(settings: AppSettings): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no element with the id "root"')
  createRoot(root).render(createApp(settings).element)
}
