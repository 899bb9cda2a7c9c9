import { hkdfSync } from 'node:crypto';

/** Keys derived from the one master key (32 random bytes), one per use, so that no key serves two ends. */
export interface DerivedKeys {
  /** Wraps the keys of subjects. */
  readonly wrapping: Buffer;
  /** Signs requests, so that a stored hash says nothing about what was asked. */
  readonly requests: Buffer;
  /** Seals commands that wait in the queue. */
  readonly queue: Buffer;
}

export const deriveKeys = (master: Buffer): DerivedKeys => {
  if (master.length !== 32)
    throw new Error('The master key must be 32 bytes: create one with `openssl rand -base64 32`.');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `waybill ${use}`, 32));
  return {
    wrapping: derive('subject key wrapping'),
    requests: derive('request hashing'),
    queue: derive('queued commands'),
  };
};
