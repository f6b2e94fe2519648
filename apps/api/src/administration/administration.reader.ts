import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { type SwitchState, SwitchesRepository } from './switches.repository.js'

@Injectable()
export class AdministrationReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly switches: SwitchesRepository,
  ) {}

  getSwitches(): Promise<SwitchState> {
    return this.switches.get(this.database.manager)
  }
}
