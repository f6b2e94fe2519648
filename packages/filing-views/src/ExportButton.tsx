import { useAct } from '@icp/client'
import type { QueryOf } from '@icp/contract'
import { Banner, BusyButton, saveFile, useSay, useUiLanguage } from '@icp/ui'
import { listWords } from './list-words.js'

interface ExportButtonProps {
  /** How the list is filtered; the page that it stands on does not matter. */
  readonly query: QueryOf<'listFilings'>
}

/** Saves the filings of the list, all of its pages, as a table for spreadsheet programs. */
export function ExportButton({ query: { cursor: _page, ...query } }: ExportButtonProps) {
  const say = useSay()
  const language = useUiLanguage() === 'en' ? 'en' : 'zh'
  const act = useAct('exportFilings')
  const save = () => act.mutate({ query: { ...query, language } }, { onSuccess: ({ csv, fileName }) => saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), fileName) })
  return (
    <>
      <BusyButton variant="outlined" size="small" busy={act.isPending} busyText={say(listWords.exporting)} onClick={save}>{say(listWords.export)}</BusyButton>
      {act.error && <Banner tone="bad" live="alert">{say(act.error.text)}</Banner>}
      {act.data?.cut && <Banner tone="warn" live="status">{say(listWords.exportCut)}</Banner>}
    </>
  )
}
