/** A rendered invoice, as it is kept. */
export interface InvoiceDocument {
  readonly invoiceId: string;
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
  /** Keeps the first document of an invoice; answers which one is kept, whoever stored it. */
  keep(document: InvoiceDocument): Promise<StoredDocument>;
}
