import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AuthorityHolder } from './authority-holder.js'
import { CertificateEntity } from './certificate.entity.js'
import { CertificatePapers } from './certificate-papers.service.js'
import { CertificatesApi } from './certificates.api.js'
import { CertificatesController } from './certificates.controller.js'
import { CertificatesReader } from './certificates.reader.js'
import { CertificatesRepository } from './certificates.repository.js'
import { CertificatesService } from './certificates.service.js'
import { SignerRevocation } from './signer-revocation.service.js'
import { SignerStanding } from './signer-standing.js'
import { VerificationService } from './verification.service.js'
import { VerifyLinks } from './verify-links.js'

@Module({
  imports: [TypeOrmModule.forFeature([CertificateEntity])],
  controllers: [CertificatesController],
  providers: [
    AuthorityHolder, CertificatePapers, CertificatesApi, CertificatesReader, CertificatesRepository, CertificatesService, SignerRevocation, SignerStanding, VerificationService,
    VerifyLinks,
  ],
  exports: [CertificatesApi],
})
export class CertificatesModule {}
