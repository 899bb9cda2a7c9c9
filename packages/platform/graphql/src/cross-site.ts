import type { Plugin } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

const JSON_TYPES = ['application/json', 'application/graphql-response+json'];
/** Either makes a browser ask first (a preflight), so that no other site can send it in the reader's name. */
export const CSRF_HEADER = 'x-waybill-csrf';

const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/**
 * Refuses what another site could make a browser send: a POST that is no JSON without the header, and any request
 * whose page is neither one of `origins` nor this server's own.
 */
export const crossSitePlugin = (origins: readonly string[]): Plugin<GraphContext> => ({
  onRequest({ request, url, endResponse, fetchAPI }) {
    const forbid = (message: string) =>
      endResponse(
        fetchAPI.Response.json({ errors: [{ message, extensions: { code: 'CROSS_SITE_REQUEST' } }] }, { status: 403 }),
      );
    const origin = request.headers.get('origin');
    const own = origin !== null && URL.canParse(origin) && new URL(origin).host === url.host && isLoopback(url.host);
    if (origin !== null && !own && !origins.includes(origin))
      return forbid(`Pages of ${origin} may not use this API: add the origin to WAYBILL_WEB_URL.`);
    const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    if (request.method === 'POST' && !JSON_TYPES.includes(type) && !request.headers.has(CSRF_HEADER))
      return forbid(`Send the operation as application/json, or with the header ${CSRF_HEADER}: 1.`);
    return undefined;
  },
});
