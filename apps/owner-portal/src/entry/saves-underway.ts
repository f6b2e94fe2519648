/** A page that is left saves once more; until the answer has come, the server's content is not yet what was typed. */
const underway = new Set<Promise<unknown>>()

/** Counts a save until it is through, whichever way it ends. */
export function countSave<Result>(save: Promise<Result>): Promise<Result> {
  const counted: Promise<Result> = save.finally(() => underway.delete(counted))
  underway.add(counted)
  return counted
}

export const savesUnderway = async (): Promise<void> => {
  await Promise.allSettled(underway)
}
