/**
 * What the operator sees of a message that a gateway has taken out of the house: codes and links that open something are covered, since whoever reads them
 * could use them. Where there is no gateway the outbox is the only place to read them, and they stand as they are.
 */
export const coveredText = (text: string): string =>
  text.replace(/(?<!\d)\d{6}(?!\d)/g, '••••••').replace(/(https?:\/\/\S*?[/#=])[\w-]{20,}/g, '$1…')
