import { Controller, Ip } from '@nestjs/common'
import { type Answer, Input, type Parsed, Serve } from '../http/serve.js'
import { holderOf, type Limit, Limits } from '../platform/limits.js'
import { LookUpReader } from './look-up.reader.js'
import { readQuestion } from './question.js'

/** Enough for a person, not for copying the register. Refused with 429 and a time, never with an empty answer that reads as “not on record”. */
const perAddress: Limit = { name: 'look-up', points: 30, seconds: 60 }

@Controller()
export class LookUpController {
  constructor(
    private readonly limits: Limits,
    private readonly reader: LookUpReader,
  ) {}

  @Serve('lookUp')
  async lookUp(@Ip() address: string, @Input() { query }: Parsed<'lookUp'>): Promise<Answer<'lookUp'>> {
    await this.limits.take(perAddress, holderOf(address))
    const question = readQuestion(query.q)
    return { read: { as: question.as, text: question.text }, ...(await this.reader.find(question, query.cursor)) }
  }
}
