import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'

export type SmsPlatform = 'on' | 'off'

/** What the operator has switched. Read each time: a change holds at once, on every instance, for what already runs too. */
@Injectable()
export class SwitchesApi {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** While it is `off`, codes are shown on the page that asks for them. Pass the `tx` when there is one. */
  async smsPlatform(tx: EntityManager = this.database.manager): Promise<SmsPlatform> {
    const [row] = await tx.query(`SELECT value FROM switches WHERE name = 'sms-platform'`)
    return row?.value === 'on' ? 'on' : 'off'
  }
}
