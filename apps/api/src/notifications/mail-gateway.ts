import nodemailer, { type Transporter } from 'nodemailer'
import type { MailSettings } from '../platform/config.js'
import { DeliveryFault } from './delivery-fault.js'
import type { MessageGateway, Outgoing } from './gateway.js'

const patienceMs = 5000

/** Mail by SMTP. The Message-ID stays the same when a message is sent again after a lost answer. */
export class MailGateway implements MessageGateway {
  private readonly transport: Transporter

  constructor(private readonly settings: MailSettings) {
    this.transport = nodemailer.createTransport({
      url: settings.url, pool: true, maxConnections: 3, requireTLS: settings.encrypted && !settings.url.startsWith('smtps:'), tls: { minVersion: 'TLSv1.2' },
      connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs, disableFileAccess: true, disableUrlAccess: true,
    })
  }

  async deliver({ id, to, subject, text }: Outgoing): Promise<void> {
    const { from } = this.settings
    const host = from.slice(from.lastIndexOf('@') + 1).replace(/>.*$/, '')
    try {
      await this.transport.sendMail({
        from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      throw mailFault(error as { code?: string; responseCode?: number })
    }
  }

  close(): void {
    this.transport.close()
  }
}

/** 5yz of the recipient or the message is final (RFC 5321 §4.2.1); 4yz, log-on troubles and silence may pass. */
function mailFault({ code, responseCode }: { code?: string; responseCode?: number }): DeliveryFault {
  if (code === 'ETIMEDOUT' || code === 'ETIME') return new DeliveryFault('too-slow')
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return responseCode !== undefined && responseCode < 500 ? new DeliveryFault('busy') : new DeliveryFault('refused', true)
  if (code === 'EPROTOCOL') return new DeliveryFault('unreadable')
  return new DeliveryFault('away')
}
