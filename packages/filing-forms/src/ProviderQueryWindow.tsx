import { useAnswer } from '@icp/client'
import type { ProviderFound } from '@icp/contract'
import { findProvince, splitKeywords } from '@icp/domain'
import { useSay } from '@icp/filing-views'
import { Banner, EmptyState, LabelledText, LoadingRows, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { ProviderRadios } from './ProviderRadios.js'
import { formWords } from './words.js'

interface ProviderQueryWindowProps {
  readonly chosenId: string
  readonly onChoose: (provider: ProviderFound) => void
  readonly onCancel: () => void
}

/** Finds providers by keywords and lets one be chosen: radio on the left, OK fills the name in, Cancel and Esc change nothing. */
export function ProviderQueryWindow({ chosenId, onChoose, onCancel }: ProviderQueryWindowProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [error, setError] = useState<string>()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<ProviderFound | null>(null)
  const input = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const focusFirst = useCallback((box: HTMLInputElement | HTMLTextAreaElement | null) => {
    input.current = box
    box?.focus()
  }, [])
  const cursor = cursors.at(-1)
  const found = useAnswer('searchProviders', { query: { q: asked, ...(cursor ? { cursor } : {}) } }, {
    enabled: asked !== '',
    // The page before stays until the next one has come; what other keywords found does not.
    placeholderData: (previous, query) => ((query?.queryKey[1] as { query?: { q?: string } } | undefined)?.query?.q === asked ? previous : undefined),
  })

  const query = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (splitKeywords(text).length === 0) {
      setError(say(formWords.noKeyword))
      input.current?.focus()
      return
    }
    setError(undefined)
    setCursors([])
    setChosen(null)
    if (text === asked) void found.refetch()
    else setAsked(text)
  }
  const turnTo = (pages: readonly string[]) => {
    setCursors(pages)
    setChosen(null)
  }
  const rows = found.data?.rows ?? []
  return (
    <ModalWindow
      open title={say(formWords.chooseProvider)} closeLabel={say(formWords.close)} onClose={onCancel}
      actions={(
        <>
          <Button variant="outlined" onClick={onCancel}>{say(formWords.cancel)}</Button>
          <Button variant="contained" disabled={!chosen} onClick={() => chosen && onChoose(chosen)}>{say(formWords.ok)}</Button>
        </>
      )}
    >
      <Box component="form" role="search" noValidate onSubmit={query} sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap', mb: 3 }}>
        <Box sx={{ flex: '1 1 260px', maxWidth: 640 }}>
          <LabelledText
            id="provider-keywords" type="search" label={say(formWords.keywords)} hint={say(formWords.keywordsHint)} error={error} value={text}
            onChange={setText} inputRef={focusFirst} maxLength={200} spellCheck={false}
          />
        </Box>
        <Button type="submit" variant="contained" size="large">{say(formWords.query)}</Button>
      </Box>
      {found.error && (
        <Banner tone="bad" live="alert" title={say(found.error.text)}>
          {found.error.retryAfter === undefined ? '' : say(formWords.tryAgainIn).replace('{n}', String(found.error.retryAfter))}
        </Banner>
      )}
      {asked !== '' && found.isLoading && <LoadingRows label={say(formWords.loading)} />}
      {found.data && (
        <Box aria-busy={found.isPlaceholderData}>
          <Typography role="status" sx={{ fontWeight: 600, mb: 1 }}>{say(formWords.found).replace('{n}', String(found.data.total))}</Typography>
          {rows.length === 0
            ? <EmptyState text={say(formWords.noneFound)} />
            : <ProviderRadios rows={rows} keywords={splitKeywords(asked)} chosenId={chosen?.id ?? chosenId} onChoose={setChosen} placeOf={(code) => findProvince(code)} />}
          {(cursors.length > 0 || found.data.next) && (
            <Box sx={{ display: 'flex', gap: 1.5, mt: 2 }}>
              <Button variant="outlined" disabled={cursors.length === 0} onClick={() => turnTo(cursors.slice(0, -1))}>{say(formWords.back)}</Button>
              <Button variant="outlined" disabled={!found.data.next} onClick={() => found.data.next && turnTo([...cursors, found.data.next])}>{say(formWords.more)}</Button>
            </Box>
          )}
        </Box>
      )}
    </ModalWindow>
  )
}
