import type { Client } from 'pg'
import { sealedColumns, turnSealed } from '../personal-data/reseal.js'
import type { Place } from '../platform/sealing.js'

export interface SealedValue {
  readonly place: Place
  readonly sealed: string
}

/** Every value of the database that is sealed, with the place that it is bound to. */
export async function everySealed(client: Client): Promise<SealedValue[]> {
  const all: SealedValue[] = []
  for (const column of sealedColumns) {
    const { rows } = await client.query(`SELECT * FROM "${column.table}"`)
    for (const row of rows) {
      turnSealed(column, row, (place, sealed) => {
        all.push({ place, sealed })
        return sealed
      })
    }
  }
  return all
}
