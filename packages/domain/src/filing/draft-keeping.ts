/** How long an unfinished draft waits for its owner (PIPL 19: no longer than its purpose needs), in days since it was saved last. */
export const draftKeeping = { days: 180, /** So long before the end its owner is reminded, once. */ remindedBefore: 14 } as const
