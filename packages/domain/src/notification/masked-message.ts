import { maskField } from '../filing/mask.js'

const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/g
const residentId = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * A message as it stands on a screen that is not its recipient's. `personal`: the parts that say who somebody is, as known when it was written. Numbers and addresses are
 * masked by their form besides, for those that somebody typed into a reason or a name.
 */
export const maskMessage = (text: string, personal: readonly string[]): string =>
  personal
    .filter((part) => part !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, part) => rest.replaceAll(part, maskField('name', part)), text)
    .replace(residentId, (number) => maskField('certificate-number', number))
    .replace(phone, (number) => maskField('phone', number))
    .replace(mail, (address) => maskField('mail', address))
