import { numberOf } from '../rule-data/parameter.js'

const kilobytes = { zh: 'KB', en: 'KB', one: 'KB' }
const pixels = { zh: '像素', en: 'pixels', one: 'pixel' }

/** What papers are measured by (icp-filing.md §2.11). Nothing beyond 1,024 KB reaches a rule: the gate of the interface takes no more. */
export const paperParameters = {
  'kilobytes-of-sheets': numberOf(10, 1024, kilobytes, {
    title: { zh: '核验单图片的大小上限', en: 'Most kilobytes of a signed verification sheet' },
    about: { zh: '更大的图片不能上传。', en: 'A larger picture is not taken.' }, rules: ['F-02'],
  }),
  'kilobytes-of-papers': numberOf(10, 1024, kilobytes, {
    title: { zh: '其他材料图片的大小上限', en: 'Most kilobytes of any other paper' },
    about: { zh: '更大的图片不能上传。', en: 'A larger picture is not taken.' }, rules: ['F-02'],
  }),
  'megabytes-before-compressing': numberOf(1, 50, { zh: 'MB', en: 'MB', one: 'MB' }, {
    title: { zh: '压缩前图片的大小上限', en: 'Most megabytes of a picture before it is compressed' },
    about: { zh: '浏览器接受不超过此数的图片，并压缩到上传所需的大小。', en: 'A browser takes a picture up to this and compresses it to what is handed in.' }, rules: ['F-02'],
  }),
  'shortest-side-of-papers': numberOf(1, 1000, pixels, {
    title: { zh: '材料图片最短边', en: 'Shortest side of a paper' },
    about: { zh: '更小的图片无法看清，不能上传。', en: 'A smaller picture cannot be read and is not taken.' }, rules: ['F-03'],
  }),
  'longest-side-of-papers': numberOf(1000, 20_000, pixels, {
    title: { zh: '材料图片最长边', en: 'Longest side of a paper' },
    about: { zh: '更大的图片不能上传。', en: 'A larger picture is not taken.' }, rules: ['F-03'],
  }),
  'pictures-of-a-paper': numberOf(1, 20, { zh: '张', en: 'pictures', one: 'picture' }, {
    title: { zh: '每项审批文件的图片数量', en: 'Pictures of each pre-approval' },
    about: { zh: '每项前置审批文件、每份方案书最多这么多张；其他材料一张。', en: 'So many of each pre-approval, and of a plan, are taken at most; of other papers one.' }, rules: ['F-05'],
  }),
}
