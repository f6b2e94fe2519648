import { PageHeading, Panel } from '@icp/ui'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'

const topics = ['logOn', 'picture', 'locked', 'saved', 'keyboard', 'language'] as const

/** What helps in every portal, then what the app adds. */
export function HelpPage() {
  const t = useShellText()
  const { help: More } = useSettings()
  return (
    <>
      <PageHeading>{t('help.title')}</PageHeading>
      {topics.map((topic) => <Panel key={topic} title={t(`help.${topic}Title`)}>{t(`help.${topic}Text`)}</Panel>)}
      {More && <More />}
    </>
  )
}
