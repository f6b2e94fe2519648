import type { OperationId } from '@icp/contract'
import type { Answered } from '../../testing/app.js'
import type { Asked } from './requests.js'
import type { Sender, World } from './world.js'

export const send = (world: Pick<World, 'api'>, id: OperationId, asked: Asked, sender: Sender, headers: Readonly<Record<string, string>> = {}): Promise<Answered<unknown>> =>
  world.api.inject(id as never, asked as never, { ...(sender.account ? { as: sender.account } : {}), headers }) as Promise<Answered<unknown>>
