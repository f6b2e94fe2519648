/**
 * What makes a repeated request have one effect: who asks, for which operation, under which key, and the fingerprint of the request itself.
 * Handlers get it from `@OnceKey()` and hand it to `Transactions.write`.
 */
export class Once {
  /** The transaction has looked at the key. */
  taken = false
  /** The answer is an earlier one, and nothing was done now. */
  replayed = false

  constructor(
    readonly actor: string,
    readonly operation: string,
    readonly key: string,
    readonly request: string,
  ) {}
}
