import type { Pool } from 'pg';

export interface Document {
  readonly number: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const SELECT = 'select number, sha256, content from billing.invoice_documents where invoice_id = $1';

/** The document of an invoice as it was first stored; undefined until then. */
export const findInvoiceDocument = async (pool: Pool, invoiceId: string): Promise<Document | undefined> => {
  const { rows } = await pool.query<Document>(SELECT, [invoiceId]);
  return rows[0];
};
