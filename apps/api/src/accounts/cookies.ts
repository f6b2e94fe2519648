import type { CookieSerializeOptions } from '@fastify/cookie'
import { Injectable } from '@nestjs/common'
import { Config, type Portal } from '../platform/config.js'

/** Browsers share cookies between ports of one host, so each portal has its own. */
export const sessionCookie = (portal: Portal) => `icp-${portal}`
export const attemptCookie = (portal: Portal) => `icp-${portal}-log-on`
export const registrationCookie = 'icp-registration'

@Injectable()
export class Cookies {
  constructor(private readonly config: Config) {}

  /** Out of reach of scripts and of other sites; ends with the browser, and earlier on the server. */
  options(portal: Portal): CookieSerializeOptions {
    return { path: '/api', httpOnly: true, sameSite: 'strict', secure: this.config.portals[portal].startsWith('https:') }
  }
}
