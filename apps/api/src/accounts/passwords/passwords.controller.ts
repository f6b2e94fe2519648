import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { type Answer, Input, type Parsed, Serve } from '../../http/serve.js'
import { holderOf, type Limit, Limits } from '../../platform/limits.js'
import { PasswordPolicy } from './password-policy.js'

/** One form asks each time that the typing rests. */
const perVisitor: Limit = { name: 'passwords-judged', points: 120, seconds: 300 }

/** Says to a form, while a password is being chosen, what the server would say in the end. */
@Controller()
export class PasswordsController {
  constructor(
    private readonly policy: PasswordPolicy,
    private readonly limits: Limits,
  ) {}

  @Serve('judgePassword')
  async judgePassword(@Input() { body }: Parsed<'judgePassword'>, @Req() request: FastifyRequest): Promise<Answer<'judgePassword'>> {
    await this.limits.take(perVisitor, holderOf(request.ip))
    return { findings: await this.policy.findings(body) }
  }
}
