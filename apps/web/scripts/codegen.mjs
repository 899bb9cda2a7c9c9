import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

/** Writes one typed document per operation in src's .graphql files, by the committed schema of the API. */
const web = path.join(import.meta.dirname, '..');
const schemaFile = path.join(web, '../../schema.graphql');
const filename = path.join(web, 'src/graphql/generated/documents.ts');

const files = (await readdir(path.join(web, 'src'), { recursive: true })).filter((file) => file.endsWith('.graphql'));
const documents = await Promise.all(
  files.sort().map(async (file) => {
    const location = path.join(web, 'src', file);
    return { location, document: parse(await readFile(location, 'utf8')) };
  }),
);

const source = await readFile(schemaFile, 'utf8');
const shared = {
  enumType: 'string-literal',
  useTypeImports: true,
  skipTypename: false,
  strictScalars: true,
  dedupeFragments: true,
  scalars: {
    BigInt: 'number',
    Cursor: 'string',
    Date: 'string',
    DateTime: 'string',
    Decimal: 'string',
    ID: { input: 'string', output: 'string' },
    JSON: 'unknown',
    Quantity: 'number',
  },
};

const text = await codegen({
  filename,
  schema: parse(source),
  schemaAst: buildSchema(source),
  documents,
  config: shared,
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations: typescriptOperations, documents: typedDocumentNode },
});

await mkdir(path.dirname(filename), { recursive: true });
// Others may be reading it: what has not changed stays, what has is put in place whole.
if ((await readFile(filename, 'utf8').catch(() => '')) !== text) {
  const scratch = `${filename}.${process.pid}`;
  await writeFile(scratch, text);
  await rename(scratch, filename);
}
