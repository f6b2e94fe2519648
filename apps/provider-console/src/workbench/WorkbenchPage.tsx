import { Answered, useSay } from '@icp/app-shell'
import { kindWords } from '@icp/domain'
import { ChangedMeanwhile, useSeenFiling } from '@icp/filing-views'
import { Banner, IntoView, PageContents, PageHeading, PagePart, Shortcuts, stepFocus } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.js'
import { useShortcutWords } from '../shared/shortcut-words.js'
import { useConsoleText } from '../text.js'
import { ActWindow } from './ActWindow.js'
import { type Act, DecisionBar } from './DecisionBar.js'
import { partsOf } from './parts.js'
import { Standing } from './Standing.js'

/** One filing with everything that this provider may know of it, and the acts that are its to do now. */
export function WorkbenchPage() {
  const t = useConsoleText()
  const shortcutWords = useShortcutWords()
  const say = useSay()
  const { id } = useParams({ strict: false }) as { id: string }
  const { filing, newer, showNewest, answer } = useSeenFiling(id)
  const [act, setAct] = useState<Act>()
  const [said, setSaid] = useState('')
  const reload = () => void showNewest()
  const done = (text: string) => {
    setAct(undefined)
    setSaid(text)
    reload()
  }
  const start = (chosen: Act) => {
    setSaid('')
    setAct(chosen)
  }
  const key = (letter: string, text: string, chosen: Act) => (filing?.actions.includes(chosen) ? [{ key: letter, text, run: () => start(chosen) }] : [])
  return (
    <Answered answer={{ data: filing, error: answer.error, refetch: answer.refetch }} rows={8} heading={t('filings.caption')}>
      {(shown) => {
        const parts = partsOf(shown, t, reload)
        return (
          <>
            <Box sx={{ mb: 1 }}><Link to={paths.queue}>{t('workbench.back')}</Link></Box>
            <PageHeading
              lead={t('workbench.lead', { kind: say(kindWords[shown.kind]), subject: shown.subjectName })}
              actions={(
                <Shortcuts
                  words={shortcutWords}
                  items={[
                    { key: 'j', text: t('workbench.shortcuts.next'), run: () => stepFocus('[data-part]', 1) },
                    { key: 'k', text: t('workbench.shortcuts.previous'), run: () => stepFocus('[data-part]', -1) },
                    ...key('p', t('workbench.shortcuts.pass'), 'pass'), ...key('c', t('workbench.shortcuts.correct'), 'correct'),
                    ...key('r', t('workbench.shortcuts.request'), 'open-correction-request'), ...key('x', t('workbench.shortcuts.refuse'), 'refuse'),
                  ]}
                />
              )}
            >
              {t('workbench.title', { reference: shown.reference ?? '' })}
            </PageHeading>
            {said && <IntoView key={said}><Banner tone="good" live="status" title={said} /></IntoView>}
            {newer && !act && <ChangedMeanwhile seen={shown} newer={newer} onShow={reload} />}
            <PageContents label={t('workbench.sections')} entries={parts} />
            <Standing filing={shown} />
            {parts.map((part) => <PagePart key={part.id} id={part.id} title={part.title}>{part.body}</PagePart>)}
            <DecisionBar filing={shown} onAct={start} />
            {act && <ActWindow act={act} filing={shown} newer={newer} onShowNewest={reload} onClose={() => setAct(undefined)} onDone={done} />}
          </>
        )
      }}
    </Answered>
  )
}
