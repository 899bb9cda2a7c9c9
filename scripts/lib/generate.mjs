import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, must } from './exec.mjs';
import { folder, ROOT } from './paths.mjs';
import { step } from './say.mjs';

const SCHEMA = join(ROOT, 'prisma');

const schemaFiles = () =>
  readdirSync(SCHEMA, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => join(SCHEMA, file));

const CODEGEN = join(ROOT, 'apps', 'web', 'scripts', 'codegen.mjs');

/** The typed documents of the dashboard, from the committed schema. A second's work, and never stale. */
const generateDocuments = () => must(process.execPath, [CODEGEN]);

/** The schema files and what generates from them, as one hash. @param {readonly string[]} files */
const fingerprint = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.update(readFileSync(join(ROOT, 'node_modules/prisma/package.json'))).digest('hex');
};

/** What the schema's generators write. @param {readonly string[]} files */
const outputs = (files) =>
  files.flatMap((file) => {
    const settings = readFileSync(file, 'utf8').matchAll(/^\s*output\s*=\s*"(\.[^"]+)"/gm);
    return [...settings].map(([, path = '']) => join(file, '..', path));
  });

/** Everything that is generated rather than committed, where it is missing or stale. */
export const generate = async () => {
  await Promise.all([generateClient(), generateDocuments()]);
};

/** `prisma generate`, when the schema changed or what it generates is missing. Prisma's engine is not needed for it. */
export const generateClient = async () => {
  const files = schemaFiles();
  if (!files.length) return;
  const stamp = join(folder(ROOT, 'node_modules', '.cache', 'waybill'), 'prisma.hash');
  const now = fingerprint(files);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs(files).every((path) => existsSync(path)))
    return;
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await step('Generating the database client', () => must(bin('prisma'), ['generate'], { env }));
  writeFileSync(stamp, now);
};
