import type { CodeRow } from './code-row.js'

const language = (id: string, zh: string, en: string): CodeRow => ({ id, zh, en, confirmed: true })

/** Website languages (网站语言类别), icp-filing.md §2.8 (CONSOLE). */
export const languages: readonly CodeRow[] = [
  language('1', '中文简体', 'Chinese (simplified)'),
  language('2', '中文繁体', 'Chinese (traditional)'),
  language('3', '维吾尔语', 'Uyghur'),
  language('4', '哈萨克语', 'Kazakh'),
  language('5', '柯尔克孜语', 'Kyrgyz'),
  language('6', '蒙古语', 'Mongolian'),
  language('7', '藏语', 'Tibetan'),
  language('8', '壮语', 'Zhuang'),
  language('9', '朝鲜语', 'Korean'),
  language('10', '彝文', 'Yi'),
  language('11', '苗语', 'Miao'),
  language('12', '英语', 'English'),
  language('13', '日语', 'Japanese'),
  language('14', '法语', 'French'),
  language('15', '俄罗斯语', 'Russian'),
  language('16', '西班牙语', 'Spanish'),
  language('17', '阿拉伯语', 'Arabic'),
]
