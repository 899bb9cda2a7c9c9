import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EventDefinition } from '../define/event.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { versionsOf } from './versions.ts';

/** What differs between the schemas in the code and those that were published, and what to do about it. */
export interface Differences {
  /** Versions that were not published yet: file name and schema. */
  readonly unpublished: ReadonlyMap<string, object>;
  /** Why the code breaks what was published; empty where it does not. */
  readonly broken: readonly string[];
}

const NEXT =
  'A published version never changes: put it back, add what is new by .next(schema, upcaster), then run ' +
  '`npm run contracts` and `npm run golden`.';

/** Compares the code with the folder of one context, `docs/contracts/<context>`. */
export const compareContracts = (folder: string, definitions: readonly EventDefinition[]): Differences => {
  const published = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []);
  const unpublished = new Map<string, object>();
  const broken: string[] = [];
  for (const version of definitions.flatMap(versionsOf)) {
    const name = `${version.type}.v${version.version}.json`;
    const schema = jsonSchemaOf(version);
    if (!published.delete(name)) unpublished.set(name, schema);
    else if (
      !isDeepStrictEqual(JSON.parse(readFileSync(join(folder, name), 'utf8')), JSON.parse(JSON.stringify(schema)))
    )
      broken.push(`${version.type} v${version.version} is not what ${join(folder, name)} says. ${NEXT}`);
  }
  for (const name of published) {
    const gone = name.replace('.v', ' v').replace('.json', '');
    broken.push(
      `The code does not know ${gone} any more, and stores hold events of it: put its schema and its upcaster back.`,
    );
  }
  return { unpublished, broken };
};

/** Publishes what is new; never touches what was published. Answers the names of the new files. */
export const publishContracts = (folder: string, { unpublished }: Differences): string[] => {
  if (unpublished.size > 0) mkdirSync(folder, { recursive: true });
  for (const [name, schema] of unpublished)
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`, { flag: 'wx' });
  return [...unpublished.keys()];
};
