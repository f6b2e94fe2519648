import type { FilingContent } from './content.js'

/** One changed field. `before` or `after` is undefined when a whole service or access was taken away or added. */
export interface FieldChange {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

type Branch = Readonly<Record<string, unknown>>
interface Identified { readonly id: string }

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Services and accesses are addressed by id. Other lists (IP ranges, pre-approvals, codes) are one value each. */
const isIdentifiedList = (value: unknown): value is readonly Identified[] =>
  Array.isArray(value) && value.every((item) => isBranch(item) && typeof item.id === 'string')

const isFieldlessList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** The order of keys is no difference: storage keeps another one. */
const canonical = (_key: string, value: unknown): unknown =>
  (isBranch(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value)

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left, canonical) === JSON.stringify(right, canonical)

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

const walkList = (before: readonly Identified[], after: readonly Identified[], path: string, into: FieldChange[]): void => {
  const byId = new Map(after.map((item) => [item.id, item]))
  const known = new Set(before.map((item) => item.id))
  for (const item of before) walk(item, byId.get(item.id), join(path, item.id), into)
  for (const item of after) if (!known.has(item.id)) into.push({ path: join(path, item.id), before: undefined, after: item })
}

const walk = (before: unknown, after: unknown, path: string, into: FieldChange[]): void => {
  if (isIdentifiedList(before) && isIdentifiedList(after) && !(isFieldlessList(before) && isFieldlessList(after))) {
    walkList(before, after, path, into)
    return
  }
  if (isBranch(before) && isBranch(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) walk(before[key], after[key], join(path, key), into)
    return
  }
  if (!same(before, after)) into.push({ path, before, after })
}

/** Every leaf field that differs, in the order of the document. A different order of services or accesses is not a change. */
export const whatChanged = (before: FilingContent, after: FilingContent): FieldChange[] => {
  const changes: FieldChange[] = []
  walk(before, after, '', changes)
  return changes
}

const step = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return (value as readonly unknown[]).find((item) => isBranch(item) && item.id === key)
  return isBranch(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The value at a field path (finding.ts), `undefined` if there is none. '' is the whole content. */
export const fieldAt = (content: FilingContent, path: string): unknown =>
  path === '' ? content : path.split('.').reduce<unknown>(step, content)

const replaceIn = (value: unknown, keys: readonly string[], next: unknown): unknown => {
  const [key, ...rest] = keys
  if (key === undefined) return next
  if (Array.isArray(value)) return value.map((item: unknown) => (isBranch(item) && item.id === key ? replaceIn(item, rest, next) : item))
  if (!isBranch(value) || !Object.hasOwn(value, key)) return value
  return { ...value, [key]: replaceIn(value[key], rest, next) }
}

/** A copy of `content` with one field replaced. A path that leads nowhere changes nothing: fields are never invented. */
export const withFieldAt = <Content extends FilingContent>(content: Content, path: string, value: unknown): Content =>
  path === '' ? content : (replaceIn(content, path.split('.'), value) as Content)

/** Fields that answer one question together: naming either one names both. */
const answeredTogether: readonly (readonly [above: string, one: string, other: string])[] = [
  ['services', 'personSource', 'person'], ['services', 'preApprovalAnswer', 'preApprovals'], ['subject', 'legalPersonSource', 'legalPerson'],
]

const namesOf = (path: string): string[] => {
  const cut = path.lastIndexOf('.')
  const [parent, leaf] = [path.slice(0, cut + 1), path.slice(cut + 1)]
  const [, ...pair] = answeredTogether.find(([above, ...leaves]) => parent.startsWith(`${above}.`) && leaves.includes(leaf)) ?? ['']
  return pair.length > 0 ? pair.map((one) => parent + one) : [path]
}

/** Whether a request that names `requested` allows a change at `changed`: the field itself and all below it. '' names nothing. */
export const covers = (requested: string, changed: string): boolean =>
  requested !== '' && namesOf(requested).some((path) => changed === path || changed.startsWith(`${path}.`))
