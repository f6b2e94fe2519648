import { type Actor, contentSeenBy, contentSeenByReceiver, type Filing, type FilingContent, fieldReaderOf, isAgreed } from '@icp/domain'
import { receives } from './receiving-views.js'

/** A content of the filing as this reader is shown it, by the table of visible fields. */
export const contentFor = (content: FilingContent, filing: Filing, actor: Actor): FilingContent =>
  receives(filing, actor) ? contentSeenByReceiver(content, isAgreed(filing)) : contentSeenBy(content, filing.status, actor)

/** Whether this reader may be told the value at `path`, or what was said of it: of websites and accesses that others serve, a provider is not. */
export const maySeeValueAt = (content: FilingContent, path: string, actor: Actor): boolean => fieldReaderOf(content, 'with-providers', path, actor) !== 'other-provider'
