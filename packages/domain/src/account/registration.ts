import { z } from 'zod'

/** What a new owner fills in. The shape only caps sizes; `registrationFindings` says what is wrong with a value. */
export const RegistrationInput = z.object({
  userName: z.string().max(64),
  password: z.string().max(512),
  name: z.string().max(128),
  certificateType: z.string().max(16),
  certificateNumber: z.string().max(128),
  mobile: z.string().max(128),
  email: z.string().max(128),
})
export type RegistrationInput = z.infer<typeof RegistrationInput>
