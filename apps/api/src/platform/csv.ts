/**
 * One table as CSV (RFC 4180) that a spreadsheet program shows as it is. Such programs read a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break,
 * also in full width, as a formula, and so might run what somebody typed into a form. Such a cell gets an apostrophe before it, which they take for "text"; `cellOf`
 * gives the typed text back. Every cell is quoted, so that no comma, semicolon or line break begins another one. Starts with a byte order mark: without it Chinese is garbled.
 */
export const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => row.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`

/** Also where such a program would look past blanks, quotes and invisible characters at the beginning. An apostrophe of its own gets a second one, so that it stays. */
const trigger = /^['"\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%\t\r\n]|^'/

const safeCell = (text: string): string => (trigger.test(text) ? `'${text}` : text)

/** What was typed, from a cell of `csv`. */
export const cellOf = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
