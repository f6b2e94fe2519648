import { cutBalls, type CutOnlooker, type CutStanding, cutStandingWords } from '@icp/domain'
import { DefinitionRows, Panel, StatusMark, type Tone, useSay } from '@icp/ui'
import { viewWords } from './words.js'

const tones: Readonly<Record<CutStanding, Tone>> = { waiting: 'warn', late: 'bad', acknowledged: 'good' }

export function CutMark({ standing }: { readonly standing: CutStanding }) {
  const say = useSay()
  return <StatusMark tone={tones[standing]} text={say(cutStandingWords[standing])} />
}

/** Where orders to cut stand, who acts next, until when, and what happens if nobody does. */
export function CutBall({ standing, reader }: { readonly standing: CutStanding; readonly reader: CutOnlooker }) {
  const say = useSay()
  const { meaning, whoActs, untilWhen, ifNobodyActs } = cutBalls[standing][reader]
  return (
    <Panel title={say(cutStandingWords[standing])} actions={<CutMark standing={standing} />}>
      <DefinitionRows
        rows={[
          { label: say(viewWords.meaning), value: say(meaning) }, { label: say(viewWords.whoActs), value: say(whoActs) }, { label: say(viewWords.untilWhen), value: say(untilWhen) },
          { label: say(viewWords.ifNobodyActs), value: say(ifNobodyActs) },
        ]}
      />
    </Panel>
  )
}
