/** A rendered document, as it is kept. */
export interface IssuedDocument {
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  /** Of the invoice or the credit note. */
  readonly id: string;
  readonly number: string;
  /** PDF. */
  readonly content: Buffer;
  /** What it was rendered from. */
  readonly issued: object;
}
/** SHA-256 in hex, and bytes. */
export interface StoredDocument {
  readonly sha256: string;
  readonly size: number;
}

/** Where documents are kept forever. */
export interface DocumentStore {
  /** Keeps the first document of an invoice or a credit note; answers which one is kept, whoever stored it. */
  keep(document: IssuedDocument): Promise<StoredDocument>;
}
