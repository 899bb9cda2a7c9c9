import { createHash } from 'node:crypto';
import type { DocumentStore } from './document-store.ts';

/** A pool of Postgres connections, as far as it is needed here. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

const statements = {
  INVOICE: {
    insert: `insert into billing.invoice_documents (invoice_id, number, sha256, content, issued)
             values ($1, $2, $3, $4, $5) on conflict (invoice_id) do nothing`,
    select: 'select sha256, octet_length(content) as size from billing.invoice_documents where invoice_id = $1',
  },
  CREDIT_NOTE: {
    insert: `insert into billing.credit_note_documents (credit_note_id, number, sha256, content, issued)
             values ($1, $2, $3, $4, $5) on conflict (credit_note_id) do nothing`,
    select: 'select sha256, octet_length(content) as size from billing.credit_note_documents where credit_note_id = $1',
  },
} as const;

/** Documents in tables that refuse every change: the first one of an invoice or a credit note stays. */
export const postgresDocumentStore = (sql: Sql): DocumentStore => ({
  async keep({ kind, id, number, content, issued }) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { insert, select } = statements[kind];
    await sql.query(insert, [id, number, sha256, content, JSON.stringify(issued)]);
    const { rows } = await sql.query(select, [id]);
    const kept = rows[0];
    if (!kept) throw new Error(`The document of ${number} is not in its table after storing it`);
    return { sha256: String(kept.sha256), size: Number(kept.size) };
  },
});
