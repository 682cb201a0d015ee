import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../../kernel/settings/public.js';

/** Headers of every answer: nothing inline, nothing from elsewhere, nothing kept by browsers or proxies. */
export function guardHeaders(settings: Settings): RequestHandler {
  const secure = settings.publicUrl.startsWith('https:');
  // Browsers ask the policy again when a form of ours is answered with a redirect.
  const elsewhere = settings.oidc ? [new URL(settings.oidc.issuer).origin] : [];
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'", ...elsewhere],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Not `no-referrer`: browsers then call the origin of our own forms "null", and the guard refuses them.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  return (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    protect(request, response, next);
  };
}
