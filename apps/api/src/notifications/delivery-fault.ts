/** Why a message did not leave, in words that hold nothing of it: they are stored and shown. */
export type FaultKind = 'away' | 'too-slow' | 'unreadable' | 'busy' | 'refused' | 'budget' | 'expired'

/** A gateway did not take a message. `final`: trying again changes nothing. */
export class DeliveryFault extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly final = false,
  ) {
    super(`not delivered: ${kind}`)
    this.name = 'DeliveryFault'
  }
}

/** What a gateway threw, as a fault. Texts of foreign errors may name a recipient and are left behind. */
export const faultOf = (error: unknown): DeliveryFault => (error instanceof DeliveryFault ? error : new DeliveryFault('away'))
