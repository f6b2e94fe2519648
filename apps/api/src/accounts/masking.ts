/** `138****8000`: enough to recognise one's own, too little to use. */
export const maskMobile = (mobile: string): string => (mobile.length <= 7 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`)

/** `z***@example.com` */
export const maskEmail = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1***')

/** The first three and the last four characters (GB/T 35273). */
export const maskCertificate = (number: string): string =>
  number.length <= 7 ? '*'.repeat(number.length) : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
