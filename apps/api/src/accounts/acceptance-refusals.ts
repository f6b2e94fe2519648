import { acceptanceDocuments, Refusal } from '@icp/domain'

/** A text in force is not accepted yet: an account fills in and hands in nothing before it is. Says which, and that the owner portal shows it on every page. */
export const acceptDocumentsFirst = (documents: readonly ('terms' | 'pledge')[]): Refusal => {
  const titles = documents.map((document) => acceptanceDocuments[document].title)
  return new Refusal('conflict', 'accept-first', {
    zh: `请先阅读并同意${titles.map(({ zh }) => `《${zh}》`).join('和')}：刷新主办者门户后即会显示，同意后再继续办理。`,
    en: `Read and accept ${titles.map(({ en }) => `“${en}”`).join(' and ')} first: reload the owner portal, which shows the text, then go on.`,
  })
}
