import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CertificatesModule } from '../certificates/certificates.module.js'
import { RegisterApi } from './register.api.js'
import { RegisterEndsApi } from './register-ends.api.js'
import { RegisterController } from './register.controller.js'
import { RegisterAccessEntity, RegisterServiceEntity, RegisterSubjectEntity } from './register.entity.js'
import { RegisterReader } from './register.reader.js'
import { RegisterRepository } from './register.repository.js'
import { ServedAccessesReader } from './served-accesses.reader.js'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RegisterSubjectEntity, RegisterServiceEntity, RegisterAccessEntity]), CertificatesModule],
  controllers: [RegisterController],
  providers: [RegisterApi, RegisterEndsApi, RegisterRepository, RegisterReader, ServedAccessesReader],
  exports: [RegisterApi, RegisterEndsApi],
})
export class RegisterModule {}
