/** Makes typed text literal inside a LIKE pattern: `%`, `_` and the backslash stand for themselves. The pattern still goes in as a parameter. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
