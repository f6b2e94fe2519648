import type { Verification } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { VerificationsRepository } from './verifications.repository.js'

@Injectable()
export class VerificationsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly verifications: VerificationsRepository,
  ) {}

  find(): Promise<Verification | null> {
    return this.verifications.findLatest(this.database.manager)
  }
}
