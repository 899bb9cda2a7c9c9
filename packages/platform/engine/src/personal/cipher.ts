import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const IV = 12;
const TAG = 16;

// Randomness for many at once: asking for it one by one costs more than the encryption.
const pool = Buffer.alloc(IV * 512);
let used = pool.length;
const nextIv = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += IV;
  return Buffer.from(pool.subarray(used - IV, used));
};

/** AES-256-GCM; `context` is authenticated with it, so a ciphertext cannot be moved elsewhere. iv ‖ tag ‖ ciphertext. */
export const seal = (key: Buffer, plain: Buffer, context: string): Buffer => {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
};

/** The reverse of {@link seal}; throws where key, context or text were altered. */
export const open = (key: Buffer, sealed: Buffer, context: string): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
};
