import fs from 'node:fs'
import { createSecureContext, type SecureContextOptions } from 'node:tls'

/** Where the certificate (with what leads to its authority) and the private key lie, in PEM. */
export interface TlsFiles {
  readonly certificate: string
  readonly key: string
}

/** What a server that speaks TLS 1.2 or later is made with. Throws one sentence for a file that cannot be read, is no PEM, or does not belong to the other. */
export function readTls({ certificate, key }: TlsFiles): SecureContextOptions {
  const options: SecureContextOptions = { cert: read(certificate), key: read(key), minVersion: 'TLSv1.2' }
  try {
    createSecureContext(options)
  } catch (error) {
    throw new Error(`TLS_CERTIFICATE_FILE and TLS_KEY_FILE must be a certificate and its own key in PEM; ${certificate} and ${key} are not.`, { cause: error })
  }
  return options
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`The file ${file} is missing or cannot be read; the API speaks TLS with it.`, { cause: error })
  }
}
