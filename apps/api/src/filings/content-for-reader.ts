import { type Actor, contentSeenBy, type Filing, type FilingContent, fieldReaderOf } from '@icp/domain'

/** The content as this reader is shown it, by the table of visible fields. */
export const contentFor = (content: FilingContent, status: Filing['status'], actor: Actor): FilingContent => contentSeenBy(content, status, actor)

/** Whether this reader may be told the value at `path`, or what was said of it: of websites and accesses that others serve, a provider is not. */
export const maySeeValueAt = (content: FilingContent, path: string, actor: Actor): boolean => fieldReaderOf(content, 'with-providers', path, actor) !== 'other-provider'
