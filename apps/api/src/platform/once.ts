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
    public actor: string,
    readonly operation: string,
    readonly key: string,
    readonly request: string,
  ) {}

  /** The key belongs to `actor`, whoever else is signed in beside it: for requests that carry their own right, as a link or a registration does. */
  heldBy(actor: string): this {
    this.actor = actor
    return this
  }
}
