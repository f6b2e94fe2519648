import { type CodeOf, type CodeTableId, offeredCodes, shanghaiDay } from '@icp/domain'
import { useRuleData } from './rule-data.js'

/** The codes of a table that may be chosen today, by the newest data that this page has read. */
export const useOfferedCodes = <Table extends CodeTableId>(table: Table): readonly CodeOf<Table>[] => offeredCodes(useRuleData(), table, shanghaiDay(new Date().toISOString()))
