import type { team as original } from '../zh-CN/team.js'

export const team: typeof original = {
  title: 'Team',
  lead: 'Accounts that may act for your firm. When somebody joins or leaves, ask the security administrator to invite or disable them.',
  caption: 'Team',
  userName: 'User name',
  name: 'Name',
  state: 'State',
  states: { active: 'In use', disabled: 'Disabled', emptied: 'Emptied' },
  emptied: 'Emptied account',
  emptiedFrom: 'Emptied from {{day}} on',
  none: '—',
  registered: 'Opened',
  lastLogOn: 'Last log-on',
  never: 'Never',
  me: ' (you)',
}
