import { z } from 'zod'

/** One text in both languages of the system. */
export const Bilingual = z.object({ zh: z.string(), en: z.string() })
export type Bilingual = Readonly<z.infer<typeof Bilingual>>

export type Language = 'zh' | 'en'

export const say = (text: Bilingual, language: Language): string => text[language]
