/** The id of the input for a field path; error summaries link to it. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`
