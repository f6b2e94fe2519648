import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { KeptProvidersReader } from './keeping/kept-providers.reader.js'
import { KeptProvidersRepository } from './keeping/kept-providers.repository.js'
import { ProviderKeepingController } from './keeping/provider-keeping.controller.js'
import { ProviderKeepingService } from './keeping/provider-keeping.service.js'
import { ProviderEntity, ProviderIpBlockEntity } from './provider.entity.js'
import { ProvidersApi } from './providers.api.js'
import { ProvidersController } from './providers.controller.js'
import { ProvidersReader } from './providers.reader.js'
import { ProvidersRepository } from './providers.repository.js'

@Module({
  imports: [TypeOrmModule.forFeature([ProviderEntity, ProviderIpBlockEntity])],
  controllers: [ProvidersController, ProviderKeepingController],
  providers: [ProvidersApi, ProvidersReader, ProvidersRepository, KeptProvidersReader, KeptProvidersRepository, ProviderKeepingService],
  exports: [ProvidersApi],
})
export class ProvidersModule {}
