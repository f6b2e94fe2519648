import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { ProviderEntity, ProviderIpBlockEntity } from './provider.entity.js'
import { ProvidersApi } from './providers.api.js'
import { ProvidersController } from './providers.controller.js'
import { ProvidersReader } from './providers.reader.js'
import { ProvidersRepository } from './providers.repository.js'

@Module({
  imports: [TypeOrmModule.forFeature([ProviderEntity, ProviderIpBlockEntity])],
  controllers: [ProvidersController],
  providers: [ProvidersApi, ProvidersReader, ProvidersRepository],
  exports: [ProvidersApi],
})
export class ProvidersModule {}
