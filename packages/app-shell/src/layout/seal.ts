/** Colours of the mark; the vermilion is that of the theme's secondary colour. */
export const seal = { ground: '#B23A1E', line: '#FFFFFF' } as const
