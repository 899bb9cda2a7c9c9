/** Accounts of the house itself: one of a kind and currency. They may go below zero, and never close. */
export const SYSTEM_KINDS = ['WORLD', 'REVENUE', 'TAX', 'BAD_DEBT', 'SUSPENSE'] as const;
/** Accounts with an owner: a customer, or (HOUSE) whatever somebody opened by hand under a name. */
export const OWNED_KINDS = ['CUSTOMER', 'HOUSE'] as const;
export const ACCOUNT_KINDS = [...SYSTEM_KINDS, ...OWNED_KINDS] as const;

export type SystemKind = (typeof SYSTEM_KINDS)[number];
export type OwnedKind = (typeof OWNED_KINDS)[number];
export type AccountKind = SystemKind | OwnedKind;

/** What an account's id says of it. `owner`: the customer's id or the id of the name; null for the house's own. */
export interface AccountName {
  readonly kind: AccountKind;
  readonly owner: string | null;
  readonly currency: string;
}

/** `WORLD:GBP`, or `CUSTOMER:<customerId>:GBP` where the kind has owners. */
export function accountIdOf(kind: SystemKind, currency: string): string;
export function accountIdOf(kind: OwnedKind, currency: string, owner: string): string;
export function accountIdOf(kind: AccountKind, currency: string, owner?: string): string {
  return owner === undefined ? `${kind}:${currency}` : `${kind}:${owner}:${currency}`;
}

const SHAPE = new RegExp(`^(?:(${SYSTEM_KINDS.join('|')})|(${OWNED_KINDS.join('|')}):([^:]+)):([A-Z]{3})$`);

/** What an id names; undefined for a text that is no account's id. */
export const accountNamed = (accountId: string): AccountName | undefined => {
  const [, system, owned, owner, currency] = SHAPE.exec(accountId) ?? [];
  const kind = ACCOUNT_KINDS.find((one) => one === (system ?? owned));
  return kind && currency ? { kind, owner: owner ?? null, currency } : undefined;
};

/** True for an account of the house itself. */
export const isSystemAccount = (accountId: string): boolean => accountNamed(accountId)?.owner === null;
