import { Logger } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { ClamdScanner } from './clamd-scanner.js'
import { NoScanner, type PictureScanner } from './picture-scanner.js'

/** The scanner that FILE_SCANNER_URL names. Production without one was told to be so, and says it at each start. */
export function scannerOf({ fileScanner, isProduction }: Config): PictureScanner {
  if (fileScanner) return new ClamdScanner(fileScanner)
  if (isProduction) new Logger('PictureScanner').warn('FILE_SCANNER_URL is none: pictures of papers are kept unscanned')
  return new NoScanner()
}
