import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'

/** That, when, why and on what ground something was cancelled by force. */
export interface ForcedEnd {
  readonly at: string
  /** Code of the table `forcedReasons`. */
  readonly reason: string
  readonly ground: string
}

/** What the register's pages say of records that were cancelled by force. */
@Injectable()
export class ForcedEndsApi {
  /** By number, of subjects and services alike, as far as whoever acts may see them. */
  async of(tx: EntityManager, subjectIds: readonly string[]): Promise<ReadonlyMap<string, ForcedEnd>> {
    const { rows } = await statement<ForcedEnd & { numbers: string[] }>(tx, 'SELECT numbers, at, reason, ground FROM forced_cancellations WHERE subject_id = ANY ($1)', [[...subjectIds]])
    return new Map(rows.flatMap(({ numbers, ...end }) => numbers.map((number) => [number, end] as const)))
  }
}
