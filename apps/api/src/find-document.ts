import type { Pool } from 'pg';

export interface Document {
  readonly number: string;
  readonly sha256: string;
  readonly content: Buffer;
}

const SELECT: Readonly<Record<string, string>> = {
  invoices: 'select number, sha256, content from billing.invoice_documents where invoice_id = $1',
  'credit-notes': 'select number, sha256, content from billing.credit_note_documents where credit_note_id = $1',
};

/** The document of an invoice or a credit note as it was first stored; undefined until then. */
export const findDocument = async (pool: Pool, kind: string, id: string): Promise<Document | undefined> => {
  const select = SELECT[kind];
  if (select === undefined) return undefined;
  const { rows } = await pool.query<Document>(select, [id]);
  return rows[0];
};
