import type { Finding } from '@icp/domain'
import { type ErrorItem, useFormat, useSay } from '@icp/ui'
import { useState } from 'react'

export interface Wrong {
  readonly path: string
  readonly text: string
}

/** What is wrong with a form: at each field until it is typed in again, and as a list of links that stays until the next try. A path of '' is about the whole form. */
export function useFieldFindings(idOf: (path: string) => string) {
  const say = useSay()
  const format = useFormat()
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  const [items, setItems] = useState<readonly ErrorItem[]>([])
  return {
    items,
    /** Of the rules or of a refusal, and `missing` in the page's own words; answers whether there is nothing. */
    show: (findings: readonly Finding[], missing: readonly Wrong[] = []): boolean => {
      const found = [...missing, ...findings.map(({ path, text, fix }) => ({ path, text: format.sentences(say(text), say(fix)) }))]
      setWrong(found)
      setItems(found.map(({ path, text }) => ({ fieldId: path === '' ? '' : idOf(path), text })))
      return found.length === 0
    },
    /** What was said at these fields, and at the parts of them. */
    forget: (...paths: readonly string[]) => setWrong((now) => now.filter(({ path }) => !paths.some((one) => path === one || path.startsWith(`${one}.`)))),
    at: (path: string): { readonly error?: string } => {
      const found = wrong.find((one) => one.path === path)
      return found ? { error: found.text } : {}
    },
  }
}
