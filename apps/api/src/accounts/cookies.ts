import type { CookieSerializeOptions } from '@fastify/cookie'
import { Injectable } from '@nestjs/common'
import { Config, type Portal } from '../platform/config.js'

const deviceSeconds = 400 * 24 * 3600

/**
 * Cookies of a portal. On https they carry the prefix `__Host-`, with which a browser takes them only from this very host, over TLS and for the whole of it; a
 * portal on plain http, as on one's own machine, cannot have the prefix (decision 0014). Browsers share cookies between ports of one host, so each portal has
 * its own names.
 */
@Injectable()
export class Cookies {
  constructor(private readonly config: Config) {}

  session = (portal: Portal): string => this.named(portal, `icp-${portal}`)
  /** The second step of a log-on. */
  attempt = (portal: Portal): string => this.named(portal, `icp-${portal}-log-on`)
  /** The browser that asked for a verification code. It opens nothing. */
  visit = (portal: Portal): string => this.named(portal, `icp-${portal}-visit`)
  /** Tells a device from another, so that a log-on from an unknown one can be told to the account. It opens nothing. */
  device = (portal: Portal): string => this.named(portal, `icp-${portal}-device`)
  /** The running step of a recovery. */
  recovery = (portal: Portal): string => this.named(portal, `icp-${portal}-recovery`)
  registration = (): string => this.named('owner', 'icp-registration')

  /** Out of reach of scripts and of other sites; ends with the browser, and earlier on the server. */
  options(portal: Portal): CookieSerializeOptions {
    const secure = this.isSecure(portal)
    return { path: secure ? '/' : '/api', httpOnly: true, sameSite: 'strict', secure }
  }

  /** The same, but kept when the browser is closed; browsers keep none longer. */
  deviceOptions(portal: Portal): CookieSerializeOptions {
    return { ...this.options(portal), maxAge: deviceSeconds }
  }

  private named(portal: Portal, name: string): string {
    return this.isSecure(portal) ? `__Host-${name}` : name
  }

  private isSecure(portal: Portal): boolean {
    return this.config.portals[portal].startsWith('https:')
  }
}
