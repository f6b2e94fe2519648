import type { OperationId } from '@icp/contract'
import type { Answered, Caller } from './caller.js'

type Input = NonNullable<Parameters<Caller['ask']>[1]>
/** Markup for the field `at`, as findings name it; once a rule has refused that there, `harmless`. */
export type Typed = (at: string, harmless?: string) => string

const plain = '请核对'

export interface MarkedText {
  /** As `freeTexts` names places. */
  readonly place: string
  readonly text: string
}

/** Markup for one text after the other, and what became of each: taken as typed, or refused by a rule. */
export class MarkedTexts {
  /** Taken as typed: has to be read somewhere. */
  readonly taken: MarkedText[] = []
  /** Where in requests it stood, as `freeTexts` names places. */
  readonly sent = new Set<string>()
  refused = 0

  /** In as many rounds as there are texts, every place gets each of them once. */
  constructor(
    private readonly texts: readonly string[],
    private readonly round = 0,
  ) {}

  textFor(place: string): string {
    const start = [...place].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7)
    return this.texts[(start + this.round) % this.texts.length] ?? ''
  }

  /** Notes at which places of a request markup stands. */
  note(id: OperationId, input: Input): void {
    for (const { place } of this.textsIn(input, id)) this.sent.add(place)
  }

  /** Sends texts with markup; those that a rule refuses, without. `shown`: a page has to show what was taken. */
  async say(by: Caller, id: OperationId, input: (typed: Typed) => Input | Promise<Input>, { shown = true }: { readonly shown?: boolean } = {}): Promise<Answered> {
    const refused: string[] = []
    for (let tries = 0; tries < 6; tries += 1) {
      const isRefused = (at: string) => refused.some((path) => path === '*' || path === at || path.startsWith(`${at}.`))
      const given = await input((at, harmless = plain) => (isRefused(at) ? harmless : this.textFor(`${id} ${at}`)))
      this.note(id, given)
      const answer = await by.ask(id, given)
      if (answer.status < 300) {
        if (shown) this.taken.push(...this.textsIn(given, id))
        return answer
      }
      if (answer.status !== 422 || refused.includes('*')) throw new Error(`${id} answered ${answer.status}: ${answer.text}`)
      this.refused += 1
      const paths = (answer.problem.findings ?? []).map(({ path }) => path)
      refused.push(...(paths.every((path) => refused.includes(path)) || tries === 4 ? ['*'] : paths))
    }
    throw new Error(`${id} was refused with and without markup`)
  }

  /** Sends texts with markup where nothing but what the system names itself is taken. */
  async sayInVain(by: Caller, id: OperationId, input: (typed: Typed) => Input): Promise<void> {
    const given = input((at) => this.textFor(`${id} ${at}`))
    this.note(id, given)
    const { status, text } = await by.ask(id, given)
    if (status !== 422) throw new Error(`${id} answered ${status}: ${text}`)
    this.refused += 1
  }

  /** The texts with markup that stand in a value, which is called `at`. */
  textsIn(value: unknown, at: string): MarkedText[] {
    if (typeof value === 'string') return this.isMarked(value) ? [{ place: at, text: value }] : []
    if (Array.isArray(value)) return value.flatMap((one) => this.textsIn(one, `${at}[]`))
    return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, one]) => this.textsIn(one, `${at}.${key}`)) : []
  }

  private isMarked = (text: string): boolean => this.texts.some((one) => text.includes(one))
}
