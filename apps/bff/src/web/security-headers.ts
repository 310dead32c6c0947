import type { HelmetOptions } from 'helmet';

/**
 * What a page of ours may do. Scripts come from us as files, and there are no inline ones. Styles may be inline: Material
 * and the charts write `style` attributes and style elements while they run, a nonce covers no attributes, and a style
 * cannot act or send anything anywhere with `default-src 'self'`.
 */
export const SECURITY_HEADERS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // A year of https where it came by https; sub-domains are not ours to speak for.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
};
