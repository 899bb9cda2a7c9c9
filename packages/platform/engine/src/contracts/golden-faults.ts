import type { EventDefinition, Recorded } from '../define/event.ts';
import { createEventCodec } from '../event-codec.ts';
import { open } from '../personal/cipher.ts';
import { deriveKeys } from '../personal/master-key.ts';
import { type Golden, goldenMasterKey } from './golden.ts';
import { asOfVersion } from './versions.ts';

const KEEP = 'let it happen in apps/modules/src/golden.int.spec.ts and run `npm run golden`';

/** Reads a golden event as code would that knows `definition`. */
export const readAs = async (definition: EventDefinition, { event, keys }: Golden): Promise<Recorded> => {
  const { wrapping } = deriveKeys(goldenMasterKey);
  const ring = new Map(
    keys.map(({ keyId, wrappedKey }) => [keyId, open(wrapping, Buffer.from(wrappedKey, 'base64'), keyId)]),
  );
  const registry = { event: () => definition, findEvent: () => definition };
  const codec = createEventCodec(registry, {
    forReading: async () => ring,
    forWriting: () => Promise.reject(new Error('A golden event is only read')),
  });
  const [read] = await codec.decode([event]);
  if (!read) throw new Error(`${event.type} was not read`);
  return read;
};

/** Why this event cannot be read by code that knows `definition`; null where it can. */
const whyNotReadable = async (definition: EventDefinition, golden: Golden): Promise<string | null> => {
  try {
    const { data } = await readAs(definition, golden);
    const issue = definition.schema.safeParse(data).error?.issues[0];
    return issue ? `${issue.path.join('.')}: ${issue.message}` : null;
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
};

const faultsOf = async (definition: EventDefinition, golden: Golden): Promise<string[]> => {
  const { type, version } = definition;
  const { schemaVersion } = golden.event;
  const name = `${type} v${schemaVersion}`;
  if (schemaVersion > version)
    return [`There are events of ${name}, and the code knows v${version}: put its schema and its upcaster back.`];
  const faults: string[] = [];
  const lifted = await whyNotReadable(definition, golden);
  if (lifted)
    faults.push(`The golden ${name} does not become a v${version} (${lifted}): mend its upcasters, not the file.`);
  for (let older = 1; older < schemaVersion; older += 1) {
    const why = await whyNotReadable(asOfVersion(definition, older), golden);
    if (why)
      faults.push(
        `Code that knows ${type} v${older} cannot read v${schemaVersion} (${why}): a new version adds fields or narrows ` +
          'what one can hold; what must break is an event of another name.',
      );
  }
  return faults;
};

/** What is wrong with a context's golden events, and what to do about it; empty where nothing is. */
export const goldenFaults = async (
  definitions: readonly EventDefinition[],
  golden: readonly Golden[],
): Promise<string[]> => {
  const faults: string[] = [];
  for (const definition of definitions) {
    const { type, version } = definition;
    const mine = golden.filter(({ event }) => event.type === type);
    const kept = new Set(mine.map(({ event }) => event.schemaVersion));
    for (let number = 1; number <= version; number += 1)
      if (!kept.has(number)) faults.push(`${type} v${number} has no golden file: ${KEEP}.`);
    for (const event of mine) faults.push(...(await faultsOf(definition, event)));
  }
  const known = new Set(definitions.map(({ type }) => type));
  for (const { event } of golden)
    if (!known.has(event.type))
      faults.push(`There are events ${event.type}, and no aggregate knows them: put it back.`);
  return faults;
};
