import { createHash } from 'node:crypto';
import type { DocumentStore } from './document-store.ts';

/** A pool of Postgres connections, as far as it is needed here. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Documents in billing.invoice_documents, a table that refuses every change: the first one of an invoice stays. */
export const postgresDocumentStore = (sql: Sql): DocumentStore => ({
  async keep({ invoiceId, number, content, issued }) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await sql.query(
      `insert into billing.invoice_documents (invoice_id, number, sha256, content, issued)
       values ($1, $2, $3, $4, $5) on conflict (invoice_id) do nothing`,
      [invoiceId, number, sha256, content, JSON.stringify(issued)],
    );
    const { rows } = await sql.query(
      'select sha256, octet_length(content) as size from billing.invoice_documents where invoice_id = $1',
      [invoiceId],
    );
    const kept = rows[0];
    if (!kept)
      throw new Error(`The document of invoice ${number} is not in billing.invoice_documents after storing it`);
    return { sha256: String(kept.sha256), size: Number(kept.size) };
  },
});
