/** The submission number of a finished filing: the day (`YYYY-MM-DD`) and the n-th finish of that day, `BA20261123-000123`. */
export const formatReference = (day: string, n: number): string => `BA${day.replaceAll('-', '')}-${String(n).padStart(6, '0')}`
