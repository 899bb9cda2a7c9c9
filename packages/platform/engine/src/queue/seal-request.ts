import type { CommandRequest } from '../command/request.ts';
import type { CommandDefinition } from '../define/command.ts';
import { open, seal } from '../personal/cipher.ts';
import { isPerson } from '../personal/codec.ts';
import type { KeyRing } from '../personal/key-ring.ts';
import type { KeptRequest } from './queued-command.ts';

export interface SealedRequest {
  readonly sealed: Buffer;
  /** The key of the person it is about; null where it is the installation's own. */
  readonly keyId: string | null;
}

export interface RequestSealer {
  seal(definition: CommandDefinition, commandId: string, request: CommandRequest): Promise<SealedRequest>;
  /** Undefined where the person's key is gone. Throws for what was altered. */
  open(commandId: string, sealed: SealedRequest): Promise<KeptRequest | undefined>;
}

/** Seals what waits as a whole: a client's own words hold personal data in places that only `prepare` knows. */
export const createRequestSealer = (keys: KeyRing, own: Buffer): RequestSealer => ({
  async seal({ personal }, commandId, { data, expectedVersion, occurredAt, correlationId, causationId }) {
    const kept = { data, expectedVersion, occurredAt, correlationId, causationId };
    const subject = personal && data[personal.subject];
    const key = personal && isPerson(subject) ? await keys.forWriting(subject, personal.purpose) : undefined;
    const sealed = seal(key?.key ?? own, Buffer.from(JSON.stringify(kept)), commandId);
    return { sealed, keyId: key?.keyId ?? null };
  },
  async open(commandId, { sealed, keyId }) {
    const key = keyId === null ? own : (await keys.forReading([keyId])).get(keyId);
    return key ? (JSON.parse(open(key, sealed, commandId).toString()) as KeptRequest) : undefined;
  },
});
