import { verifyDatabase } from '../../audit/verify/verify-database.js'
import { Config } from '../../platform/config.js'
import type { Check } from '../checker.js'

/** What the command `verify` looks at, with the keys, the authority and the checkpoints of the installation. */
export const checkByVerify: Check = async (_database, api) => {
  const { parts } = await verifyDatabase(api.app.get(Config))
  return parts.flatMap(({ kind, wrong, first }) => (first ? [`verify: ${wrong} wrong of ${kind}, first ${first.where}: ${first.what}`] : []))
}
