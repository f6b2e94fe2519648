import type { FilingRow, FilingView } from '@icp/contract'
import { mayCorrect } from '@icp/domain'

/** The providers of a filing that could correct every one of these fields. */
export const providersAsked = (filing: FilingView, fields: readonly string[]): FilingRow['providers'] =>
  fields.length === 0 ? [] : filing.providers.filter((provider) => fields.every((path) => mayCorrect(filing, provider.id, path)))
