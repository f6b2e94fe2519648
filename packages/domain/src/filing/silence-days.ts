/**
 * So many days after it got the ball a provider that said nothing is urged, and the owner told. A first review takes 5 working days at most by N64
 * (icp-filing.md §4.4), which are 7 days of the calendar.
 */
export const silenceDays = 7
