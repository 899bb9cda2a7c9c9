import { existsSync, readFileSync } from 'node:fs';
import { type PublicKey, publicKeyOf, sealKeyOf } from '@waybill/event-store/seals';

const thirtyTwoBytes = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text.trim(), 'base64');
  return bytes.length === 32 ? bytes : undefined;
};

/** A public key as it was given: itself in base64, or the name of a file that holds it. Throws where it is neither. */
export const readPublicKey = (given: string): PublicKey => {
  const bytes = thirtyTwoBytes(existsSync(given) ? readFileSync(given, 'utf8') : given);
  if (bytes) return publicKeyOf(bytes);
  throw new Error(`'${given}' is no public key: give 32 bytes in base64, or a file with them (npm run seal -- key).`);
};

/** The public part of the key that this installation signs with, where it is known here. */
export const ownPublicKey = ({ WAYBILL_SEAL_KEY }: NodeJS.ProcessEnv): PublicKey | undefined => {
  if (!WAYBILL_SEAL_KEY) return undefined;
  const seed = thirtyTwoBytes(WAYBILL_SEAL_KEY);
  if (!seed) throw new Error('WAYBILL_SEAL_KEY must be 32 bytes in base64: the same key that the worker uses.');
  return sealKeyOf(seed).publicKey;
};
