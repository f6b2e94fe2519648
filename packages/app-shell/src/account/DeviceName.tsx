import { type Device, deviceWords } from '@icp/domain'
import { StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'

/** What a device is called, and whether it is the one that this page is on. */
export function DeviceName({ of }: { readonly of: Device & { readonly current: boolean } }) {
  const t = useShellText()
  const say = useSay()
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {say(deviceWords(of))}{of.current && <StatusMark tone="good" text={t('own.sessions.current')} />}
    </Box>
  )
}
