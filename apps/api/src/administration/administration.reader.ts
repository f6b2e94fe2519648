import type { AnswerOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { Config } from '../platform/config.js'
import { SwitchesRepository } from './switches.repository.js'

@Injectable()
export class AdministrationReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly switches: SwitchesRepository,
    private readonly config: Config,
  ) {}

  async getSwitches(): Promise<AnswerOf<'getSwitches'>> {
    return { ...(await this.switches.get(this.database.manager)), mayTurnOff: !this.config.isProduction }
  }
}
