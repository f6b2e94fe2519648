import { hollowParts, type RegisterRecord } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock.js'
import { statement } from '../platform/statement.js'

/** Keeps which records in force are hollow, and since when. */
@Injectable()
export class HollowRecordsApi {
  constructor(private readonly clock: Clock) {}

  /** To be called with every record that changes: what has become hollow begins now, what has been filled or has ended is hollow no longer. */
  async keep(tx: EntityManager, record: RegisterRecord): Promise<void> {
    if (!record.subject) return
    const subjectId = record.subject.id
    const parts = hollowParts(record)
    const serviceIds = parts.flatMap(({ serviceId }) => serviceId ?? [])
    await statement(
      tx, 'DELETE FROM hollow_records WHERE subject_id = $1 AND NOT CASE WHEN service_id IS NULL THEN $2 ELSE service_id = ANY ($3) END',
      [subjectId, parts.some(({ serviceId }) => serviceId === null), serviceIds],
    )
    for (const { serviceId } of parts) {
      await statement(
        tx, 'INSERT INTO hollow_records (id, subject_id, service_id, since) VALUES ($1, $2, $3, $4) ON CONFLICT (subject_id, service_id) DO NOTHING',
        [randomUUID(), subjectId, serviceId, this.clock.now()],
      )
    }
  }
}
