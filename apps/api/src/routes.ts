import type { IncomingMessage, ServerResponse } from 'node:http';
import { isId } from '@waybill/kernel';
import type { Pool } from 'pg';
import { findDocument } from './find-document.ts';

const json = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const DOCUMENT = /^\/documents\/(invoices|credit-notes)\/([^/]+)\.pdf$/;

const sendDocument = async (
  pool: Pool,
  kind: string,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const document = isId(id) ? await findDocument(pool, kind, id) : undefined;
  if (!document) return json(response, 404, { problem: 'There is no such document yet: try again in a moment.' });
  const etag = `"${document.sha256}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  return response
    .writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': document.content.length,
      'content-disposition': `inline; filename="${document.number.replaceAll(/[^\w.-]/g, '_')}.pdf"`,
      'cache-control': 'private, immutable, max-age=31536000',
      'x-content-type-options': 'nosniff',
      etag,
    })
    .end(document.content);
};

/** Everything that is not GraphQL. Answers whether the path was one of these. */
export const createRoutes = (pool: Pool, isStopping: () => boolean) => {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?')[0] ?? '/';
    const [, kind, id] = DOCUMENT.exec(path) ?? [];
    if (kind !== undefined && id !== undefined) {
      await sendDocument(pool, kind, id, request, response);
    } else if (path === '/healthz') {
      json(response, 200, { status: 'ok' });
    } else if (path === '/readyz') {
      const ready =
        !isStopping() &&
        (await pool.query('select 1').then(
          () => true,
          () => false,
        ));
      json(response, ready ? 200 : 503, ready ? { status: 'ready' } : { status: 'not ready' });
    } else if (path === '/') {
      response.writeHead(302, { location: '/graphql' }).end();
    } else return false;
    return true;
  };
};
