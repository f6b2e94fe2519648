/**
 * Pages of a list that is read by cursors, as one text for the address bar: the cursors of all pages so far, joined by a dot, which no
 * cursor contains. '' is the first page. So a page can be shared, reloaded and gone back from.
 */
export const cursorAt = (trail: string): string | undefined => trail.split('.').at(-1) || undefined

export const pageAt = (trail: string): number => (trail === '' ? 1 : trail.split('.').length + 1)

export const trailForward = (trail: string, next: string): string => (trail === '' ? next : `${trail}.${next}`)

export const trailBack = (trail: string): string => trail.split('.').slice(0, -1).join('.')
