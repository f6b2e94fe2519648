import { useAnswer } from '@icp/client'
import { deviceWords, logOnOutcomes } from '@icp/domain'
import { DataRows, Panel, StatusMark, useFormat, useSay } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'

/** Who tried to log on to the account of late, from where, and whether it worked. */
export function LogOnsPanel() {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const logOns = useAnswer('listOwnLogOns', {})
  return (
    <Panel title={t('own.logOns.title')} id="log-ons">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('own.logOns.lead')}</Typography>
      <Answered answer={logOns}>
        {({ rows }) => (rows.length === 0 ? <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('own.logOns.none')}</Typography> : (
          <DataRows
            caption={t('own.logOns.title')} rows={rows} rowKey={(one) => one.id} cardsBelow={900}
            columns={[
              { id: 'at', heading: t('own.logOns.at'), main: true, cell: (one) => format.dateTime(one.at) },
              { id: 'outcome', heading: t('own.logOns.outcome'), cell: (one) => <StatusMark tone={one.outcome === 'done' ? 'good' : 'warn'} text={say(logOnOutcomes[one.outcome])} /> },
              { id: 'device', heading: t('own.sessions.device'), cell: (one) => say(deviceWords(one)) },
              { id: 'address', heading: t('own.sessions.address'), cell: (one) => one.address || t('own.sessions.addressUnknown') },
            ]}
          />
        ))}
      </Answered>
    </Panel>
  )
}
