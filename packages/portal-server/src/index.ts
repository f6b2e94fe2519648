export { servePortal, type PortalName, type PortalOptions, type ServedPortal } from './serve-portal.js'
