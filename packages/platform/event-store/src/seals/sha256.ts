import { hash } from 'node:crypto';

/** SHA-256, 32 bytes. */
export const sha256 = (bytes: string | Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
