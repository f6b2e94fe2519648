import { provinces } from './provinces.js'

interface MigrationProvince {
  /** Six digits. */
  readonly province: string
  /** Read by name in a source. The others are not refused: the sources count more provinces (26) than they name, so their administration decides. */
  readonly confirmed: boolean
  readonly source: string
}

/** Named by HW on 2024-07-19 as those whose administrations take migrations (support.huaweicloud.com/pi-icp/icp_03_0022.html). */
const named = new Set([
  '120000', '130000', '210000', '220000', '310000', '320000', '330000', '340000', '350000', '410000', '420000', '430000', '440000', '500000', '510000', '520000',
  '530000', '610000',
])

/** Where a website may move to another subject (icp-filing.md §3 no. 8). */
export const migrationProvinces: readonly MigrationProvince[] = provinces.map(({ code }) => ({
  province: code, confirmed: named.has(code), source: named.has(code) ? 'HW 2024-07-19' : 'icp-filing §3 no 8 counts 26 provinces without naming this one',
}))
