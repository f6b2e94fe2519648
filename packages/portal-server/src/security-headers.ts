import type { FastifyHelmetOptions } from '@fastify/helmet'

/**
 * What a page of a portal may do. Scripts come from its own files only. Styles come from its own files, or carry the nonce of this one answer (emotion writes
 * style elements at run time; the page finds the nonce in `<meta name="csp-nonce">`). Workers from blobs: the proof-of-work of the log-on form.
 * No plug-ins and no frames: papers are saved, not shown inside a page. Answers of the API bring their own headers, which win.
 */
export const securityHeaders: FastifyHelmetOptions = {
  enableCSPNonces: true,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameSrc: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
    },
  },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
  // Promised per answer, only where the portal was reached by https: `strictTransport`.
  hsts: false,
  referrerPolicy: { policy: 'no-referrer' },
}

/** Helmet has no word for this one. The portals use none of these. */
export const permissionsPolicy = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'

/** One year, subdomains included; a browser that was told so never asks by http again. */
export const strictTransport = 'max-age=31536000; includeSubDomains'
