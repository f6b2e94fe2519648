import { Injectable } from '@nestjs/common'
import { Config } from '../platform/config.js'

/** The public page that judges a certificate, in the owner portal; the QR code on the paper leads there. */
@Injectable()
export class VerifyLinks {
  constructor(private readonly config: Config) {}

  of(code: string): string {
    return `${this.config.portals.owner}/verify/${code}`
  }
}
