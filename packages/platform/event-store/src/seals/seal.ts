import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/** What a seal says and its signature vouches for. Hashes are hex. */
export interface SealStatement {
  readonly format: 'waybill-seal-1';
  readonly number: number;
  readonly count: number;
  /** Of its first and last event. It speaks for every position after the last seal's up to its last. */
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly root: string;
  /** The hash of the seal before it; zeros for the first. */
  readonly previous: string;
  readonly keyId: string;
  /** UTC in microseconds. */
  readonly sealedAt: string;
}

export interface Seal extends SealStatement {
  readonly hash: string;
  /** Ed25519 over the statement's canonical text, hex. */
  readonly signature: string;
}

export const NO_SEAL = '0'.repeat(64);

/** The statement alone, out of whatever else stands beside it. */
export const statementOf = (seal: SealStatement): SealStatement => ({
  format: seal.format,
  number: seal.number,
  count: seal.count,
  firstPosition: seal.firstPosition,
  lastPosition: seal.lastPosition,
  root: seal.root,
  previous: seal.previous,
  keyId: seal.keyId,
  sealedAt: seal.sealedAt,
});

/** The text that is signed, and hashed. */
export const statementText = (seal: SealStatement): string => canonicalJson(statementOf(seal));

/** What the next seal refers to: SHA-256 over a byte 2 (no leaf, no node) and the statement's text, hex. */
export const sealHash = (seal: SealStatement): string => sha256(`\u0002${statementText(seal)}`).toString('hex');
