import { z } from 'zod';

const marker = z.strictObject({ unknown: z.literal(true) });

/** In place of what an older version of an event did not record. Nobody knows it; nothing is made up for it. */
export type Unknown = z.output<typeof marker>;

/** What an upcaster puts where the old event recorded nothing. */
export const UNKNOWN: Unknown = Object.freeze({ unknown: true });

/** True where it was not recorded. It narrows: what is left is what was recorded. */
export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true;

/** A field that a later version of an event added: what was recorded, or {@link UNKNOWN} where an older one was lifted. */
export const orUnknown = <S extends z.ZodType>(schema: S) => z.union([marker, schema]);

/** For rows and screens that write "not recorded" as null. */
export const orNull = <T>(value: T | Unknown): T | null => (isUnknown(value) ? null : value);
