export { CertificateContent } from './paper/certificate-content.js'
