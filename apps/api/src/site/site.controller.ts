import { openApiDocument } from '@icp/contract'
import { Controller, ServiceUnavailableException } from '@nestjs/common'
import { TypeOrmHealthIndicator } from '@nestjs/terminus'
import { SwitchesApi } from '../administration/switches.api.js'
import { type Answer, Serve } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'

const version = '1.0.0'

@Controller()
export class SiteController {
  private readonly document = openApiDocument(version)

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly switches: SwitchesApi,
    private readonly health: TypeOrmHealthIndicator,
  ) {}

  @Serve('getSite')
  async getSite(): Promise<Answer<'getSite'>> {
    return { smsPlatform: await this.switches.smsPlatform(), portals: { ...this.config.portals }, passwordProfile: this.config.passwordProfile, now: this.clock.now() }
  }

  @Serve('getReadiness')
  async getReadiness(): Promise<Answer<'getReadiness'>> {
    const { database } = await this.health.pingCheck('database', { timeout: 2000 * this.config.databasePatience })
    if (database.status !== 'up') throw new ServiceUnavailableException()
    return { status: 'ready' }
  }

  @Serve('getOpenApi')
  getOpenApi(): Answer<'getOpenApi'> {
    return this.document
  }
}
