/** Where both are known: an older export or log has not all. */
export const same = (row: string | undefined, said: string | undefined): boolean => row === undefined || said === undefined || row === said

/** Undefined for what cannot be opened: it equals no digest. */
export const digestOrNone = <Line>(digestOf: (line: Line) => string, line: Line): string | undefined => {
  try {
    return digestOf(line)
  } catch {
    return undefined
  }
}
