import type { VerifiedKind } from '@icp/contract'
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from '../../platform/config.js'
import { appRole, mayActAs } from '../../platform/database.js'
import { KeyFolder } from '../../platform/keys.js'
import { Sealing } from '../../platform/sealing.js'
import { CheckpointFiles } from '../checkpoints/checkpoint-files.js'
import { openCheckpointKeys } from '../checkpoints/checkpoint-key.js'
import { exportLines } from './export-lines.js'
import { storedDigests } from './stored-digests.js'
import { type Verdict, verify } from './verify.js'

/** Verifies the database of this installation against its keys, its authority and the checkpoints that lie outside of it. */
export async function verifyDatabase(config: Config, progress?: (kind: VerifiedKind, lines: number) => void): Promise<Verdict> {
  const role = (await mayActAs(config.databaseUrl, appRole)) ? appRole : undefined
  const keys = new KeyFolder(config.dataDir)
  const [root, revoked] = ['root/certificate.pem', 'revoked.json'].map((name) => path.join(config.dataDir, 'authority', name)).map(readIfThere)
  const evidence = {
    checkpoints: [...new CheckpointFiles(path.join(config.dataDir, 'checkpoints')).read()],
    publicKeys: openCheckpointKeys(config.dataDir, config.cryptoSuite, false).publicKeys,
    root,
    revoked,
    digests: storedDigests(new Sealing(keys, config.cryptoSuite), keys),
  }
  return verify(exportLines(config.databaseUrl, { contents: true, role }), evidence, progress)
}

const readIfThere = (file: string): string | undefined => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined)
