import { type ServiceType, serviceWord, spaced } from '../filing/service-type.js'
import { numberOf, type Parameter } from './parameter.js'

const letters = { zh: '个字', en: 'characters', one: 'character' }

/** What a draft takes (SPEC3 Bz, Wz_Bz: 1–1024). No value goes beyond it. */
const hardBound = 1024

const shortest = (type: ServiceType): Parameter<number> => {
  const { zh, en } = serviceWord(type)
  return numberOf(0, hardBound, letters, {
    title: { zh: spaced(`${zh}备注的最少字数`), en: `Shortest remark of ${article(en)}` },
    about: { zh: '不足时不能提交；0 表示可以不填。', en: 'A filing with a shorter one is not handed in; with 0 it may be left out.' }, rules: ['W-28'],
  })
}

const longest = (type: ServiceType): Parameter<number> => {
  const { zh, en } = serviceWord(type)
  return numberOf(1, hardBound, letters, {
    title: { zh: spaced(`${zh}备注的最多字数`), en: `Longest remark of ${article(en)}` },
    about: { zh: '超过时不能提交。', en: 'A filing with a longer one is not handed in.' }, rules: ['W-28'],
  })
}

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

/** How long remarks are, of subjects and of each type of service: icp-filing.md §2.1, §2.2. */
export const remarkParameters = {
  'longest-remark-of-subjects': numberOf(1, hardBound, letters, {
    title: { zh: '主体备注的最多字数', en: 'Longest remark of a subject' },
    about: { zh: '超过时不能提交。', en: 'A filing with a longer one is not handed in.' }, rules: ['S-35'],
  }),
  'shortest-remark-of-website': shortest('website'), 'longest-remark-of-website': longest('website'),
  'shortest-remark-of-app': shortest('app'), 'longest-remark-of-app': longest('app'),
  'shortest-remark-of-mini-program': shortest('mini-program'), 'longest-remark-of-mini-program': longest('mini-program'),
  'shortest-remark-of-quick-app': shortest('quick-app'), 'longest-remark-of-quick-app': longest('quick-app'),
} satisfies Readonly<Record<string, Parameter<number>>> & Readonly<Record<`${'shortest' | 'longest'}-remark-of-${ServiceType}`, Parameter<number>>>
