import { emptySubject, fieldAt, FilingContent, personalPaths, type Service, withFieldAt } from '@icp/domain'
import type { Place, Sealing } from '../platform/sealing.js'

/** Seals every personal field of a content by itself, bound to its row and its path; the rest stays readable for queries. */
export const sealContent = <Content extends FilingContent>(sealing: Sealing, place: Place, content: Content): Content =>
  overPersonal(content, (path, text) => sealing.seal(at(place, path), text))

/**
 * The content in clear; fields that came after it was stored are as empty as in a new draft. Throws when a field was moved or changed in the
 * database.
 */
export const openContent = (sealing: Sealing, place: Place, stored: unknown): FilingContent =>
  withLaterFields(openAsStored(sealing, place, stored))

/** The same without the fields that came later: what a digest was taken of. */
export const openAsStored = (sealing: Sealing, place: Place, stored: unknown): FilingContent =>
  overPersonal(stored as FilingContent, (path, text) => sealing.open(at(place, path), text))

/** What a service was before it said what it is. */
const oldest: Partial<Service> = { type: 'website' }

const withLaterFields = (content: FilingContent): FilingContent => {
  if (content.form === 'cancellation') return content
  const services = content.services.map((service) => ({ ...oldest, ...service }))
  return content.form === 'migration' ? { ...content, services } : { ...content, subject: { ...emptySubject(), ...content.subject }, services }
}

const overPersonal = <Content extends FilingContent>(content: Content, turn: (path: string, text: string) => string): Content =>
  personalPaths(content).reduce((so, { path }) => {
    const text = fieldAt(so, path)
    return typeof text === 'string' && text !== '' ? withFieldAt(so, path, turn(path, text)) : so
  }, content)

const at = (place: Place, path: string): Place => ({ ...place, row: `${place.row}#${path}` })
