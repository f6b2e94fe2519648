import { Finding } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Password } from './shapes.js'

export const passwordOperations = {
  judgePassword: operation({
    method: 'POST', path: '/passwords/judge', summary: 'What is wrong with a password that is being chosen; nothing is kept',
    body: z.object({ userName: z.string().max(64), password: Password }), answer: z.object({ findings: z.array(Finding) }),
  }),
}
