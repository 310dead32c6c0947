import type { HelmetOptions } from 'helmet';

/**
 * What a page of ours may do. Scripts come from us as files, and there are no inline ones: so there is nothing that a nonce
 * or a hash would have to allow, and the kept page of the service worker fits every answer. A text becomes markup or the
 * address of a script only by the policies named here (Trusted Types): Angular's own, and `default`, which allows no
 * markup at all (apps/web/public/before-start.js). Styles may be inline: Material and the charts write `style`
 * attributes and style elements while they run, and a nonce would be stale in the kept page. A style cannot act, or send
 * anything anywhere, with `default-src 'self'`.
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
      connectSrc: ["'self'"],
      frameSrc: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['angular', 'angular#components', 'default'],
    },
  },
  // A year of https where it came by https; sub-domains are not ours to speak for.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
};

/** Of what a browser can do, our pages need passkeys alone. */
export const PERMISSIONS_POLICY = [
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'].map(none),
  ...['midi', 'payment', 'usb', 'serial', 'bluetooth', 'hid', 'screen-wake-lock', 'xr-spatial-tracking'].map(none),
].join(', ');

function none(feature: string): string {
  return `${feature}=()`;
}
