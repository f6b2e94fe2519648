/** Thrown at the end of a run that is only to be counted: everything is taken back. */
export class DryRun extends Error {}
