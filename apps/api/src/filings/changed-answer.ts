import type { Taken } from './filing-steps.js'

/** What every step answers: where the filing stands now. */
export const changedAnswer = ({ filing }: Pick<Taken, 'filing'>) => ({ id: filing.id, status: filing.status, version: filing.version })
