import { z } from 'zod'
import { filingOperations } from './filings.js'
import { operation } from './operation.js'

export const filingExportOperations = {
  exportFilings: operation({
    method: 'GET', path: '/exports/filings', summary: 'The filings of my list, filtered as it is, as CSV: what the list shows, no personal data, cells that no program runs',
    query: filingOperations.listFilings.query.omit({ cursor: true }).extend({ language: z.enum(['zh', 'en']) }),
    answer: z.object({ fileName: z.string(), csv: z.string(), rows: z.number().int(), /** True when there were more than one file takes. */ cut: z.boolean() }),
  }),
}
