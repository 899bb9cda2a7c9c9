import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A message as its channel sends it. Everything but its name may be missing or wrong: it is kept all the same. */
export const envelope = z.object({
  channel: z.string().trim().min(1).max(200),
  messageId: z.string().trim().min(1).max(200),
  externalOrderId: z.unknown().optional(),
  sequence: z.unknown().optional(),
  happenedAt: z.unknown().optional(),
  kind: z.unknown().optional(),
  /** JSON. */
  content: z.unknown().optional(),
});
export type Envelope = z.output<typeof envelope>;

/** What of an envelope a person can repair. */
export const repairable = ['externalOrderId', 'sequence', 'happenedAt', 'kind', 'content'] as const;

/** The message as it came, for who has to find out what is wrong with it. */
export const textOf = (message: Envelope): string =>
  JSON.stringify(Object.fromEntries(repairable.map((field) => [field, message[field] ?? null])));

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => Number(one > other) - Number(one < other))
      .map(([name, field]) => [name, canonical(field)]),
  );
};

/** Content that is JSON, as the value that it stands for; anything else as it is. */
export const contentValue = (content: unknown): unknown => {
  if (typeof content !== 'string') return content ?? null;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return content;
  }
};

/** The same for messages that say the same, however their JSON is laid out. */
export const fingerprintOf = ({ externalOrderId, sequence, happenedAt, kind, content }: Envelope): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical([externalOrderId, sequence, happenedAt, kind, contentValue(content)])))
    .digest('hex');
