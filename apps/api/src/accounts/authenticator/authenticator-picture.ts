import QRCode from 'qrcode'
import { addressOf } from './time-codes.js'

/** A secret as an app reads it: to type, as an address, and as a picture to scan. */
export async function pictureOf(secret: string, label: string): Promise<{ secret: string; address: string; qrCode: string }> {
  const address = addressOf(secret, label)
  return { secret, address, qrCode: await QRCode.toString(address, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) }
}
