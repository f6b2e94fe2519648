/** As a page a form lies on a sheet; a window is one already. */
export const sheet = { bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, boxShadow: 1, p: { xs: 2, sm: 4 } } as const
