import { type VerifiedKind, verifiedKinds, type VerifiedPart } from '@icp/contract'

/** Codes of what may be wrong; each has its sentence in both languages on the page of the audit administrator. */
export type Wrong =
  | 'changed' | 'position' | 'link' | 'sequence' | 'not-logged' | 'log-differs' | 'missing' | 'signature' | 'number' | 'previous' | 'root' | 'leaf' | 'cut' | 'unsigned' | 'differs'
  | 'not-in-audit' | 'digest' | 'cause' | 'request' | 'link-differs' | 'status' | 'result' | 'not-approved' | 'gap' | 'payload' | 'row' | 'state' | 'paper' | 'revoked' | 'incomplete'

type Part = { -readonly [Key in keyof VerifiedPart]: VerifiedPart[Key] }

/** Counts what was looked at and keeps the first thing that is wrong, kind by kind. */
export class Report {
  private readonly parts = new Map<VerifiedKind, Part>(verifiedKinds.map((kind) => [kind, { kind, checked: 0, wrong: 0, first: null, skipped: null }]))

  saw(kind: VerifiedKind): void {
    this.part(kind).checked += 1
  }

  wrong(kind: VerifiedKind, where: string, what: Wrong): void {
    const part = this.part(kind)
    part.wrong += 1
    part.first ??= { where, what }
  }

  /** `found` is wrong unless it holds; counts it as looked at. */
  expect(holds: boolean, kind: VerifiedKind, where: string, what: Wrong): void {
    this.saw(kind)
    if (!holds) this.wrong(kind, where, what)
  }

  skip(kind: VerifiedKind, why: string): void {
    this.part(kind).skipped = why
  }

  get all(): VerifiedPart[] {
    return [...this.parts.values()]
  }

  get isWhole(): boolean {
    return this.all.every((part) => part.wrong === 0)
  }

  private part(kind: VerifiedKind): Part {
    return this.parts.get(kind) as Part
  }
}
