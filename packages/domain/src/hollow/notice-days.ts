/** The days that an owner has after the notice before the administration may clear what is hollow (icp-filing.md §8). */
export const hollowNoticeDays = 7
