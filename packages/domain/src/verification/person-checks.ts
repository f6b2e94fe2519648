import { kindsWithServices } from '../filing/kind.js'
import type { SheetCheck } from './check.js'

/** Persons in charge: that they exist, are who they are said to be, and can be reached. */
export const personChecks: readonly SheetCheck[] = [
  {
    id: 'V-08', severity: 'block', about: 'person', kinds: kindsWithServices, source: 'icp-filing §4.5, §9 (N64; SPEC3 1007, 1011; TC)',
    title: { zh: '负责人电话已接通', en: 'The person in charge was reached by phone' },
    look: () => ({
      zh: '已拨打所填手机号码和应急电话，由本人接听并确认备案属实。', en: 'The mobile and the emergency number were called; the person answered and confirmed the filing.',
    }),
    fix: { zh: '两次无人接听的，提出修改请求更正号码，或不予通过。', en: 'Not reached twice: have the number corrected under a correction request, or refuse the filing.' },
  },
  {
    id: 'V-09', severity: 'block', about: 'person', kinds: kindsWithServices, source: 'icp-filing §4.5, §9 (N64; SPEC3 1009)',
    title: { zh: '负责人电子邮件可达', en: 'The person in charge can be reached by mail' },
    look: () => ({ zh: '发往所填邮箱的邮件已收到回复，或未被退回。', en: 'A message to the address was answered, or at least did not come back.' }),
    fix: { zh: '邮件被退回的，提出修改请求更正邮箱。', en: 'If it came back, have the address corrected under a correction request.' },
  },
  {
    id: 'V-10', severity: 'block', about: 'person', kinds: kindsWithServices, source: 'icp-filing §9 (N64)',
    title: { zh: '负责人身份证件和本人一致', en: 'The person in charge is the one on the ID' },
    look: () => ({
      zh: '已看到身份证件原件，与所填一致；现场照片或人脸核验确认为本人。', en: 'The original ID was seen and says what was filed; a photo taken on the spot, or a face check, shows the same person.',
    }),
    fix: { zh: '人证不符的，不予通过；证件信息填错的，提出修改请求。', en: 'Refuse the filing if it is another person. Wrong data of the ID is corrected under a correction request.' },
  },
]
