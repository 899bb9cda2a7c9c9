import { type Seal, sealHash, statementText } from './seal.ts';
import { publicKeyOf } from './seal-key.ts';

/** A signed seal as it is kept outside of the database, with the key that its signature fits. */
export interface SealedHead {
  readonly format: 'waybill-head-1';
  readonly seal: Seal;
  /** 32 bytes, base64. */
  readonly publicKey: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isSeal = (value: unknown): value is Seal =>
  isRecord(value) &&
  value.format === 'waybill-seal-1' &&
  ['number', 'count', 'firstPosition', 'lastPosition'].every((name) => Number.isSafeInteger(value[name])) &&
  ['root', 'previous', 'keyId', 'hash', 'signature', 'sealedAt'].every((name) => typeof value[name] === 'string');

const isHead = (value: unknown): value is SealedHead =>
  isRecord(value) && value.format === 'waybill-head-1' && isSeal(value.seal) && typeof value.publicKey === 'string';

/** Reads a head that was exported; throws where it is none, or where its own signature does not fit. */
export const parseHead = (text: string): SealedHead => {
  const value: unknown = JSON.parse(text);
  if (!isHead(value)) throw new TypeError('It is not a head as `npm run seal -- export` writes it.');
  const key = publicKeyOf(Buffer.from(value.publicKey, 'base64'));
  const { seal } = value;
  if (
    key.id !== seal.keyId ||
    sealHash(seal) !== seal.hash ||
    !key.fits(statementText(seal), Buffer.from(seal.signature, 'hex'))
  )
    throw new TypeError('Its signature does not fit: the file was changed.');
  return value;
};
