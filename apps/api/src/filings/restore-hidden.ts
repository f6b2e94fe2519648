import { isDeepStrictEqual } from 'node:util'

/**
 * What a reader sends back was made from what that reader was shown. Wherever it still equals what was `shown`, the truth of `before` is
 * put back, so that a masked or hidden value never overwrites the real one. List items are matched by their `id`.
 */
export const restoreHidden = <Value>(before: Value, shown: Value, sent: Value): Value => restore(before, shown, sent) as Value

const restore = (before: unknown, shown: unknown, sent: unknown): unknown => {
  if (isDeepStrictEqual(shown, sent)) return before
  if (isIdentified(sent)) {
    const find = (list: unknown, id: string) => (isIdentified(list) ? list.find((item) => item.id === id) : undefined)
    return sent.map((item) => {
      const [was, seen] = [find(before, item.id), find(shown, item.id)]
      return was && seen ? restore(was, seen, item) : item
    })
  }
  if (isRecord(before) && isRecord(shown) && isRecord(sent)) {
    return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, restore(before[key], shown[key], value)]))
  }
  return sent
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isIdentified = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every((item) => isRecord(item) && typeof item['id'] === 'string')
