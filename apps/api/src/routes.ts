import type { IncomingMessage, ServerResponse } from 'node:http';
import { electronicInvoiceOf } from '@waybill/billing/module';
import { isId } from '@waybill/kernel';
import type { Pool } from 'pg';
import { findDocument, findIssued } from './find-document.ts';

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

const UBL = /^\/documents\/invoices\/([^/]+)\.xml$/;

/** The same invoice for machines (EN 16931, UBL), made from what its document was rendered from. */
const sendElectronic = async (pool: Pool, id: string, response: ServerResponse) => {
  const found = isId(id) ? await findIssued(pool, id) : undefined;
  const xml = found && (await electronicInvoiceOf(found.issued));
  if (!found || xml === undefined)
    return json(response, 404, {
      problem:
        'There is no electronic invoice of this one: it needs a stated tax, a known country and a name. Send the PDF.',
    });
  return response
    .writeHead(200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${found.number.replaceAll(/[^\w.-]/g, '_')}.xml"`,
      'x-content-type-options': 'nosniff',
    })
    .end(xml);
};

/** Everything that is not GraphQL. Answers whether the path was one of these. */
export const createRoutes = (pool: Pool, isStopping: () => boolean) => {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?')[0] ?? '/';
    const [, kind, id] = DOCUMENT.exec(path) ?? [];
    const electronic = UBL.exec(path)?.[1];
    if (electronic !== undefined) {
      await sendElectronic(pool, electronic, response);
    } else if (kind !== undefined && id !== undefined) {
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
