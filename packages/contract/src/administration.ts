import { z } from 'zod'
import { operation } from './operation.js'
import { Instant } from './shapes.js'

export const Switches = z.object({
  smsPlatform: z.enum(['on', 'off']),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
  /** Never in production. */
  mayTurnOff: z.boolean(),
}).meta({ id: 'Switches' })

export const administrationOperations = {
  getSwitches: operation({ method: 'GET', path: '/administration/switches', summary: 'Operator switches', answer: Switches }),
  setSwitches: operation({ method: 'PUT', path: '/administration/switches', summary: 'Switch the SMS platform on or off', body: z.object({ smsPlatform: z.enum(['on', 'off']) }), answer: Switches, idempotent: true }),
}
