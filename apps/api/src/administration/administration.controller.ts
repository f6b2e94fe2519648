import { Controller } from '@nestjs/common'
import type { SessionInfo } from '../http/request.js'
import { type Answer, Input, OnceKey, type Parsed, Serve, Session } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { AdministrationReader } from './administration.reader.js'
import { AdministrationService } from './administration.service.js'
import { AdministrationsService } from './contacts/administrations.service.js'

@Controller()
export class AdministrationController {
  constructor(
    private readonly reader: AdministrationReader,
    private readonly service: AdministrationService,
    private readonly administrations: AdministrationsService,
  ) {}

  @Serve('getSwitches')
  getSwitches(): Promise<Answer<'getSwitches'>> {
    return this.reader.getSwitches()
  }

  @Serve('setSwitches')
  setSwitches(@Session() session: SessionInfo, @Input() { body }: Parsed<'setSwitches'>, @OnceKey() once: Once | null): Promise<Answer<'setSwitches'>> {
    return this.service.setSmsPlatform(session, body.smsPlatform, once)
  }

  @Serve('setSmsBudget')
  setSmsBudget(@Session() session: SessionInfo, @Input() { body }: Parsed<'setSmsBudget'>, @OnceKey() once: Once | null): Promise<Answer<'setSmsBudget'>> {
    return this.service.setSmsBudget(session, body.dailyBudget, once)
  }

  @Serve('listAdministrations')
  listAdministrations(): Promise<Answer<'listAdministrations'>> {
    return this.administrations.list()
  }

  @Serve('changeAdministration')
  changeAdministration(
    @Session() session: SessionInfo, @Input() { params, body }: Parsed<'changeAdministration'>, @OnceKey() once: Once | null,
  ): Promise<Answer<'changeAdministration'>> {
    return this.administrations.change(session, params.province, body.version, body, once)
  }
}
