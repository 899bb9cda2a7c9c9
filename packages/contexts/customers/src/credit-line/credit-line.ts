import type { CreditLineEvent } from './events.ts';

/** What one order has of the line, or waits for. NAMED: what is open of it was heard of before it asked. */
export interface Claim {
  readonly orderId: string;
  /** Minor units. */
  readonly amount: number;
  readonly status: 'RESERVED' | 'WAITING' | 'NAMED';
  readonly revision: number;
}

export interface CreditLine {
  /** Minor units; null: there is none. */
  readonly limit: number | null;
  readonly limitRevision: number;
  /** Σ of what is reserved. */
  readonly reserved: number;
  /** Of which something is open, in the order in which they came. */
  readonly claims: readonly Claim[];
  /** The last ones of which nothing is open: a repeat is known. One that is open again after that says that it is granted. */
  readonly settled: readonly Claim[];
}

/** So many settled ones are remembered. A state that kept all of them would grow with every order. */
const REMEMBERED = 200;

export const unlimited: CreditLine = { limit: null, limitRevision: 0, reserved: 0, claims: [], settled: [] };

export const claimOf = ({ claims, settled }: CreditLine, orderId: string): Claim | undefined =>
  claims.find((claim) => claim.orderId === orderId) ?? settled.find((claim) => claim.orderId === orderId);

const heldBy = (claim: Claim | undefined): number => (claim?.status === 'RESERVED' ? claim.amount : 0);

const isSettled = ({ status, amount }: Claim): boolean => status === 'RESERVED' && amount === 0;

/** In its place, or at the end where it has none. */
const put = (claims: readonly Claim[], claim: Claim): readonly Claim[] =>
  claims.some(({ orderId }) => orderId === claim.orderId)
    ? claims.map((one) => (one.orderId === claim.orderId ? claim : one))
    : [...claims, claim];

const withClaim = (line: CreditLine, claim: Claim): CreditLine => {
  const others = (claims: readonly Claim[]) => claims.filter(({ orderId }) => orderId !== claim.orderId);
  const reserved = line.reserved - heldBy(claimOf(line, claim.orderId)) + heldBy(claim);
  return isSettled(claim)
    ? { ...line, reserved, claims: others(line.claims), settled: put(line.settled, claim).slice(-REMEMBERED) }
    : { ...line, reserved, claims: put(line.claims, claim), settled: others(line.settled) };
};

export const evolve = (line: CreditLine, event: CreditLineEvent): CreditLine => {
  switch (event.type) {
    case 'CreditLimitApplied':
      return { ...line, limit: event.data.limit, limitRevision: event.data.revision };
    case 'CreditReserved':
    case 'CreditRefused': {
      const { orderId, amount } = event.data;
      const status = event.type === 'CreditReserved' ? 'RESERVED' : 'WAITING';
      return withClaim(line, { orderId, amount, status, revision: claimOf(line, orderId)?.revision ?? 0 });
    }
    case 'CreditRevised': {
      const { orderId, open, granted, revision } = event.data;
      const status = claimOf(line, orderId)?.status ?? (granted ? 'RESERVED' : 'NAMED');
      return withClaim(line, { orderId, amount: open, status, revision });
    }
    default:
      return event satisfies never;
  }
};
