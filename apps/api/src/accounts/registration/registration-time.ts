/** How long a registration may take from its start. */
export const registrationSeconds = 2 * 60 * 60
