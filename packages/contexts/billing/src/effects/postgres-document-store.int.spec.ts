import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from './document-store.ts';
import { postgresDocumentStore } from './postgres-document-store.ts';

const document = (id: string, text: string, kind: 'INVOICE' | 'CREDIT_NOTE' = 'INVOICE') => ({
  kind,
  id,
  number: `INV-2026-${id}`,
  content: Buffer.from(text),
  issued: { number: `INV-2026-${id}` },
});
const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'; // of 'abc'

let database: TestDatabase;
let owner: pg.Client;
let documents: DocumentStore;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  documents = postgresDocumentStore(database.pool);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('an invoice’s document', () => {
  it('is kept as it is', async () => {
    expect(await documents.keep(document('1', 'abc'))).toEqual({ sha256, size: 3 });
    const { rows } = await database.pool.query('select number, content, issued from billing.invoice_documents');
    expect(rows).toEqual([{ number: 'INV-2026-1', content: Buffer.from('abc'), issued: { number: 'INV-2026-1' } }]);
  });

  it('is the first one, whoever comes later or at once', async () => {
    expect(await documents.keep(document('1', 'another'))).toEqual({ sha256, size: 3 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => documents.keep(document('2', `version ${n}`))),
    );
    expect(new Set(answers.map((answer) => answer.sha256)).size).toBe(1);
  });

  it('has the hash it claims', async () => {
    const wrong = `insert into billing.invoice_documents (invoice_id, number, sha256, content, issued)
                   values ('3', 'INV-2026-3', repeat('0', 64), 'abc', '{}')`;
    await expect(database.pool.query(wrong)).rejects.toThrow(/check constraint/);
  });
});

describe('an issued invoice never changes', () => {
  const changes = [
    'update billing.invoice_documents set number = number',
    'delete from billing.invoice_documents',
    'truncate billing.invoice_documents',
    'update billing.credit_note_documents set number = number',
    'delete from billing.credit_note_documents',
    'truncate billing.credit_note_documents',
  ];

  it.each(changes)('as the application: %s', async (sql) => {
    await expect(database.pool.query(sql)).rejects.toThrow(/permission denied/);
  });

  it.each(changes)('as the owner of the table: %s', async (sql) => {
    await expect(owner.query(sql)).rejects.toThrow(/an issued (invoice|credit note) never changes/);
  });

  it('as the owner with triggers set aside for replication', async () => {
    await expect(owner.query(`begin; set local session_replication_role = replica; ${changes[1]}`)).rejects.toThrow(
      /permission denied|never changes/,
    );
    await owner.query('rollback');
  });
});
