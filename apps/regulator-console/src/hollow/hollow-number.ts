import type { HollowRow } from '@icp/contract'

/** By what a hollow record is called: the number that ends with it. */
export const numberOf = ({ serviceNumber, subjectNumber }: HollowRow): string => serviceNumber ?? subjectNumber
