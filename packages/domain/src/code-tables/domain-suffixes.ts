import type { CodeRow } from './code-row.js'

/**
 * Top-level domains that the ministry has approved (icp-filing.md §6 no 4; look-up: domain.miit.gov.cn), as A-labels or lower-case ASCII.
 * `confirmed` ones are named by a source; the others follow registrars' practice and are to be compared with the ministry's list before a
 * live system relies on them. The public suffix list is something else: it says where registration happens, not what is approved.
 */
export interface ApprovedSuffix {
  readonly suffix: string
  readonly zh: string
  readonly confirmed: boolean
}

const confirmed = ['cn', 'com', 'net', 'org']

const practice = [
  'info', 'biz', 'mobi', 'asia', 'name', 'pro', 'cc', 'tv',
  'top', 'xyz', 'vip', 'club', 'shop', 'site', 'online', 'store', 'tech', 'fun', 'wang', 'ren', 'ltd', 'group', 'link', 'click', 'help', 'gift',
  'pics', 'photo', 'news', 'video', 'win', 'bid', 'trade', 'party', 'science', 'date', 'work', 'design', 'ink', 'wiki', 'press', 'website', 'host',
  'space', 'love', 'art', 'icu', 'cloud', 'beer', 'luxe', 'yoga', 'fit', 'auto', 'law', 'kim', 'red', 'blue', 'pink', 'green', 'pet', 'promo', 'bio',
  'ski', 'archi', 'chat', 'city', 'company', 'cool', 'email', 'fund', 'gold', 'guru', 'life', 'live', 'plus', 'pub', 'run', 'show', 'social', 'team',
  'today', 'world', 'zone', 'center', 'market', 'studio', 'software', 'games', 'band', 'cab', 'cafe', 'cash', 'fan', 'fyi', 'mba', 'media', 'vin',
  'ventures', 'rent', 'ryukyu', 'baidu', 'citic', 'sohu', 'unicom',
]

/** U-label → A-label; written out because this package has no IDNA of its own. The vectors compare each pair with the platform's. */
const chinese: readonly (readonly [zh: string, suffix: string, confirmed?: true])[] = [
  ['中国', 'xn--fiqs8s', true], ['中國', 'xn--fiqz9s', true], ['公司', 'xn--55qx5d', true], ['网络', 'xn--io0a7i', true],
  ['政务', 'xn--zfr164b', true], ['公益', 'xn--55qw42g', true],
  ['在线', 'xn--3ds443g'], ['中文网', 'xn--fiq228c5hs'], ['网址', 'xn--ses554g'], ['集团', 'xn--3bst00m'], ['我爱你', 'xn--6qq986b3xl'],
  ['商城', 'xn--czru2d'], ['商店', 'xn--czrs0t'], ['商标', 'xn--czr694b'], ['网店', 'xn--hxt814e'], ['餐厅', 'xn--imr513n'],
  ['企业', 'xn--vhquv'], ['娱乐', 'xn--fjq720a'], ['游戏', 'xn--unup4y'], ['信息', 'xn--vuq861b'], ['手机', 'xn--kput3i'],
  ['移动', 'xn--6frz82g'], ['广东', 'xn--xhq521b'], ['佛山', 'xn--1qqw23a'], ['购物', 'xn--g2xx48c'], ['时尚', 'xn--9et52u'],
  ['网站', 'xn--5tzm5g'], ['招聘', 'xn--otu796d'], ['中信', 'xn--fiq64b'],
]

export const approvedSuffixes: readonly ApprovedSuffix[] = [
  ...confirmed.map((suffix) => ({ suffix, zh: suffix, confirmed: true })),
  ...practice.map((suffix) => ({ suffix, zh: suffix, confirmed: false })),
  ...chinese.map(([zh, suffix, isConfirmed = false]) => ({ suffix, zh, confirmed: isConfirmed })),
]

/** Under these each host belongs to an organ of its own and is filed by itself, however deep (icp-filing.md §6 no 30, HW). */
export const suffixesFiledByHost: readonly string[] = ['gov.cn']

/** The same as a code table: the code is the A-label. */
export const topLevelDomains: readonly CodeRow[] = approvedSuffixes.map(({ suffix, zh, confirmed: isConfirmed }) => ({ id: suffix, zh: `.${zh}`, en: `.${zh}`, confirmed: isConfirmed }))

/**
 * Second levels under .cn where names are registered at the third (CNNIC): categories, the provinces, and the Chinese ones.
 * `example.com.cn` is a registrable domain, `com.cn` is not.
 */
export const cnSecondLevels: ReadonlySet<string> = new Set([
  'ac', 'com', 'edu', 'gov', 'mil', 'net', 'org',
  'bj', 'sh', 'tj', 'cq', 'he', 'sx', 'nm', 'ln', 'jl', 'hl', 'js', 'zj', 'ah', 'fj', 'jx', 'sd', 'ha', 'hb', 'hn', 'gd', 'gx', 'hi', 'sc', 'gz', 'yn',
  'xz', 'sn', 'gs', 'qh', 'nx', 'xj', 'tw', 'hk', 'mo',
  'xn--55qx5d', 'xn--io0a7i', 'xn--od0alg',
])
