/** Full-width letters and digits become plain ones, blanks go: what an input method adds is not a mistake. */
export const typedText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
