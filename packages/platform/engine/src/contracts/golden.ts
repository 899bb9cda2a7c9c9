import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@waybill/event-store';
import { z } from 'zod';

const uuid = z.uuid();
const fields = z.record(z.string(), z.unknown());
const golden = z.object({
  event: z.object({
    type: z.string(),
    schemaVersion: z.number(),
    data: fields,
    position: z.number(),
    streamId: z.string(),
    category: z.string(),
    version: z.number(),
    eventId: uuid,
    metadata: fields,
    commandId: uuid.nullable(),
    correlationId: uuid,
    causationId: uuid.nullable(),
    actor: z.object({ kind: z.enum(['user', 'process', 'import', 'system']), id: z.string(), name: z.string() }),
    occurredAt: z.coerce.date(),
    recordedAt: z.coerce.date(),
  }),
  /** What its personal fields are encrypted with, wrapped (base64). */
  keys: z.array(z.object({ keyId: uuid, wrappedKey: z.string() })),
});

/** One event as it once stood in a store, byte for byte, with the keys that its personal fields need. */
export type Golden = z.output<typeof golden>;

/** The master key that wraps the keys of golden events. It guards nothing. */
export const goldenMasterKey = Buffer.alloc(32, 7);

const nameOf = (type: string, schemaVersion: number) => `${type}.v${schemaVersion}.json`;

/** The golden events of a folder; none where there is no folder. Throws for a file that is no golden event. */
export const readGolden = (folder: string): Golden[] => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    const read = golden.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const expected = nameOf(read.event.type, read.event.schemaVersion);
    if (name !== expected)
      throw new Error(`${join(folder, name)} holds ${expected}: a golden file is named after its event`);
    return read;
  });
};

/** Keeps an event as the golden one of its type and version; false where there is one already, which stays. */
export const keepGolden = (folder: string, event: RecordedEvent, keys: Golden['keys']): boolean => {
  const file = join(folder, nameOf(event.type, event.schemaVersion));
  if (existsSync(file)) return false;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ event, keys }, null, 2)}\n`);
  return true;
};
