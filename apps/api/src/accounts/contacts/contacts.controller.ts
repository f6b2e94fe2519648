import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../../http/serve.js'
import type { Once } from '../../platform/once.js'
import { ChangePasswordService } from '../passwords/change-password.service.js'
import { ContactsService } from './contacts.service.js'

/** What an account changes of itself and proves with: password, phone, mail. */
@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly passwords: ChangePasswordService,
  ) {}

  @Serve('startContactChange')
  startContactChange(@Session() session: SessionInfo, @Input() { body }: Parsed<'startContactChange'>): Promise<Answer<'startContactChange'>> {
    return this.contacts.start(session, body)
  }

  @Serve('completeContactChange')
  completeContactChange(@Session() session: SessionInfo, @Input() { body }: Parsed<'completeContactChange'>, @OnceKey() once: Once | null): Promise<void> {
    return this.contacts.complete(session, body, once)
  }

  @Serve('changePassword')
  changePassword(@Session() session: SessionInfo, @Input() { body }: Parsed<'changePassword'>, @OnceKey() once: Once | null): Promise<void> {
    return this.passwords.change(session, body, once)
  }
}
