import { useMe } from '@icp/app-shell'
import { CorrectionWindow } from './CorrectionWindow.js'
import type { Act } from './DecisionBar.js'
import { DeclineWindow } from './DeclineWindow.js'
import { PassWindow } from './PassWindow.js'
import type { ActWindowProps } from './ReasonWindow.js'
import { RefuseWindow } from './RefuseWindow.js'
import { RequestWindow } from './RequestWindow.js'

/** The window of the chosen act. */
export function ActWindow({ act, ...given }: Omit<ActWindowProps, 'possible'> & { readonly act: Act }) {
  const me = useMe()
  const shared = { ...given, possible: given.filing.actions.includes(act) }
  const { content, requests } = given.filing
  const mine = requests.filter((request) => request.state === 'open' && request.provider.id === me.provider?.id)
  switch (act) {
    case 'pass': return <PassWindow {...shared} />
    case 'refuse': return <RefuseWindow {...shared} />
    case 'open-correction-request': return <RequestWindow {...shared} />
    case 'decline-correction-request': return <DeclineWindow {...shared} requests={mine} />
    case 'correct': return content.form === 'registration' ? <CorrectionWindow {...shared} requests={mine} original={content} /> : null
  }
}
