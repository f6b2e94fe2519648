import type { Bilingual } from '../bilingual.js'
import type { FilingContent } from './content.js'
import { fieldLabel } from './fields.js'
import type { Confirmation } from './filing.js'
import { receivingCover } from './parties.js'
import { allowedWrongTries, maximumResends } from './gate.js'

/** Wrong entries that a person may still make; the one after that sends the filing back. */
export const triesLeft = (confirmation: Pick<Confirmation, 'wrongTries'>): number => Math.max(0, allowedWrongTries - confirmation.wrongTries)

export const resendsLeft = (confirmation: Pick<Confirmation, 'resends'>): number => Math.max(0, maximumResends - confirmation.resends)

/** What a person answers for, from one entry of `covers`: the subject, a website of the content, or a service number to cancel. */
export const coverLabel = (cover: string, content: FilingContent): Bilingual =>
  cover === 'subject' ? { zh: '主体', en: 'Subject' }
    : cover === receivingCover ? { zh: '接收主体', en: 'Receiving subject' }
    : content.form === 'registration' && content.services.some((service) => service.id === cover) ? fieldLabel(`services.${cover}`, content)
      : { zh: cover, en: cover }
