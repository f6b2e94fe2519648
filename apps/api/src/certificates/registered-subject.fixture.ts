import { randomUUID } from 'node:crypto'
import { emptyService, emptySubject, formatServiceNumber, type RegisterService, type RegisterSubject } from '@icp/domain'
import type { TestApp } from '../testing/app.js'

/** Register rows for the tests beside this file, written as the register's own tables hold them. */
export interface RegisteredSubject {
  readonly subject: RegisterSubject
  readonly services: RegisterService[]
  readonly ownerAccountId: string
}

let made = 0

export async function registerSubject(api: TestApp, ownerAccountId: string, domains: readonly string[], name = '杭州示例科技有限公司'): Promise<RegisteredSubject> {
  const number = `浙ICP备2026${String(++made).padStart(6, '0')}号`
  const approvedOn = '2026-11-23'
  const subject: RegisterSubject = {
    id: randomUUID(), number, state: 'in-force', province: '330000', approvedOn, cancelledOn: null, lastServiceIndex: domains.length,
    content: { ...emptySubject(), name, nature: '4', province: '330000' },
  }
  const services = domains.map((domain, position): RegisterService => ({
    id: randomUUID(), subjectId: subject.id, index: position + 1, number: formatServiceNumber(number, position + 1, 'website'), type: 'website',
    content: { ...emptyService(`s${position}`), name: `示例网站${position + 1}`, domain }, state: 'in-force', approvedOn, cancelledOn: null,
  }))
  await api.db.query(
    `INSERT INTO register_subjects (id, number, certificate_key, name, nature, province, owner_account_id, content, state, last_service_index, approved_at)
     VALUES ($1, $2, $3, $4, '4', '330000', $5, '{}', 'in-force', $6, $7)`,
    [subject.id, number, randomUUID(), name, ownerAccountId, domains.length, api.clock.now()],
  )
  for (const service of services) {
    await api.db.query(
      `INSERT INTO register_services (id, subject_id, number, service_index, type, name, domain, domain_key, content, state, approved_at)
       VALUES ($1, $2, $3, $4, 'website', $5, $6, $7, '{"preApprovals":[]}', 'in-force', $8)`,
      [service.id, subject.id, service.number, service.index, service.content.name, service.content.domain, randomUUID(), api.clock.now()],
    )
  }
  return { subject, services, ownerAccountId }
}

export async function cancelService(api: TestApp, service: RegisterService): Promise<void> {
  await api.db.query(`UPDATE register_services SET state = 'cancelled', cancelled_at = $2 WHERE id = $1`, [service.id, api.clock.now()])
}
