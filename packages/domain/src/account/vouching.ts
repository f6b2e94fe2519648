import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

/** How a provider's clerk has made sure that an owner who has lost the phone is who they say. */
export const VouchWay = z.enum(['in-person', 'video', 'official-letter'])
export type VouchWay = z.infer<typeof VouchWay>

export const vouchWayWords: Readonly<Record<VouchWay, Bilingual>> = {
  'in-person': { zh: '本人到场并出示证件原件', en: 'Came in person and showed the original certificate' },
  video: { zh: '视频核验本人与证件', en: 'Was seen with the certificate in a video call' },
  'official-letter': { zh: '加盖公章的书面申请，并回拨核实', en: 'Sent a sealed letter, and was called back' },
}
