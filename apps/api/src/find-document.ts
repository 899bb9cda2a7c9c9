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

/** What the document of an invoice was rendered from. */
export const findIssued = async (
  pool: Pool,
  invoiceId: string,
): Promise<{ number: string; issued: unknown } | undefined> => {
  const { rows } = await pool.query<{ number: string; issued: unknown }>(
    'select number, issued from billing.invoice_documents where invoice_id = $1',
    [invoiceId],
  );
  return rows[0];
};
