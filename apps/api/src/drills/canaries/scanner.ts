import { type Canary, formsOf } from './canaries.js'

interface Needle {
  readonly canary: Canary
  readonly form: string
  readonly bytes: Buffer
}

/** Looks for many texts at once: two bytes decide where it is worth looking closer. */
export class Scanner {
  private readonly starts = new Uint8Array(65_536)
  private readonly needles = new Map<number, Needle[]>()
  readonly size: number

  constructor(canaries: readonly Canary[]) {
    const all = canaries.flatMap((canary) => formsOf(canary.text).map(({ name, bytes }): Needle => ({ canary, form: name, bytes })))
    this.size = all.length
    for (const needle of all) {
      this.starts[needle.bytes.readUInt16BE(0)] = 1
      const key = needle.bytes.readUInt32BE(0)
      this.needles.set(key, [...(this.needles.get(key) ?? []), needle])
    }
  }

  /** What was found, each kind and form once. */
  find(haystack: Buffer): string[] {
    const found = new Set<string>()
    const { starts, needles } = this
    let two = haystack.length > 0 ? haystack[0] as number : 0
    for (let at = 1; at < haystack.length - 2; at++) {
      two = ((two & 0xff) << 8) | (haystack[at] as number)
      if (starts[two] === 0) continue
      for (const { canary, form, bytes } of needles.get(haystack.readUInt32BE(at - 1)) ?? []) {
        if (haystack.subarray(at - 1, at - 1 + bytes.length).equals(bytes)) found.add(`a ${canary.kind} as ${form}`)
      }
    }
    return [...found]
  }
}
