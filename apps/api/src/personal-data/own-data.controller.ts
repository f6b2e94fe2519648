import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, type Parsed, Serve, Session } from '../http/serve.js'
import { ClosureService } from './closure.service.js'
import { ExportService } from './export.service.js'

@Controller()
export class OwnDataController {
  constructor(
    private readonly exports: ExportService,
    private readonly closure: ClosureService,
  ) {}

  @Serve('exportOwnData')
  exportOwnData(@Session() session: SessionInfo, @Input() { body }: Parsed<'exportOwnData'>): Promise<Answer<'exportOwnData'>> {
    return this.exports.export(session, body.code)
  }

  @Serve('getClosure')
  getClosure(@Session() session: SessionInfo): Promise<Answer<'getClosure'>> {
    return this.closure.look(session.accountId)
  }

  @Serve('closeAccount')
  closeAccount(@Session() session: SessionInfo, @Input() { body }: Parsed<'closeAccount'>): Promise<Answer<'closeAccount'>> {
    return this.closure.close(session, body.code)
  }
}
