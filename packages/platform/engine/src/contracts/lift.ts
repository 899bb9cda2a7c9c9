import type { RecordedEvent } from '@waybill/event-store';
import type { EventDefinition } from '../define/event.ts';
import type { Shape } from '../personal/codec.ts';
import { EventFromTheFuture } from './event-from-the-future.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How an event of this version stands in the store; a version newer than all that are known is read as the newest. */
export const shapeOf = (definition: EventDefinition, schemaVersion: number): Shape => {
  if (schemaVersion >= definition.version) return definition;
  const past = definition.past[schemaVersion - 1];
  if (!past) throw new Error(`${definition.type} has no version ${schemaVersion}`);
  return { type: definition.type, ...past };
};

/**
 * The newest version of what an event says, from its own version (decrypted), step by step. What newer code wrote is
 * read leniently: fields that are not known here are left out; where the rest does not fit, it is from the future.
 */
export const lift = (definition: EventDefinition, event: RecordedEvent, data: Fields): Fields => {
  const { version, past } = definition;
  const { schemaVersion } = event;
  if (schemaVersion === version) return data;
  if (schemaVersion < version)
    return past.slice(schemaVersion - 1).reduce<Fields>((lifted, step) => ({ ...step.up(lifted) }), data);
  const read = definition.schema.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new EventFromTheFuture(event, version, `${issue?.path.join('.')}: ${issue?.message}`);
};
