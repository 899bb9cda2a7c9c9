import { createHmac } from 'node:crypto';
import type { CommandRequest } from './request.ts';

/** JSON with sorted keys: equal values give equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field) && !(field instanceof Date)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );

/** What makes two requests the same: who asks, what for, and the client's own words (before anything is added). Hex. */
export const requestHash = (key: Buffer, { actor, type, data, expectedVersion }: CommandRequest): string =>
  createHmac('sha256', key)
    .update(canonical([actor.kind, actor.id, type, data, expectedVersion ?? null]))
    .digest('hex');
