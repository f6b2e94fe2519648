import type { Filing, HeldRecord, RegisterCertificate, WholeRegister } from '@icp/domain'
import { CertificatesApi } from '../../certificates/certificates.api.js'
import { FilingsRepository } from '../../filings/filings.repository.js'
import { RegisterApi } from '../../register/register.api.js'
import type { TestApp } from '../../testing/app.js'

/** What the database keeps of these owners, opened, as the invariants of the domain read it. */
export async function wholeRegisterOf({ app, db }: TestApp, ownerIds: readonly string[]): Promise<WholeRegister> {
  const tx = db.manager
  const [filingsOf, register, papers] = [app.get(FilingsRepository, { strict: false }), app.get(RegisterApi, { strict: false }), app.get(CertificatesApi, { strict: false })]
  const ids: { id: string }[] = await db.query('SELECT id FROM filings WHERE owner_account_id = ANY($1) ORDER BY created_at, id', [ownerIds])
  const filings: Filing[] = []
  for (const { id } of ids) {
    const found = await filingsOf.find(tx, id)
    if (found) filings.push(found.filing)
  }
  const records: HeldRecord[] = []
  for (const ownerId of ownerIds) {
    for (const { record } of (await register.listOfOwner(tx, ownerId)).toReversed()) {
      const issued = (await papers.of(tx, [record.subject.id])).get(record.subject.id) ?? []
      const certificates = issued.map(({ id, code, version, state }): RegisterCertificate => ({ id, code, version, state })).sort((one, other) => one.version - other.version)
      records.push({ ...record, certificates })
    }
  }
  return { records, filings }
}
