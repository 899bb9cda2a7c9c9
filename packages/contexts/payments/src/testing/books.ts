import type { Recorded } from '@waybill/engine';
import { accountNamed } from '../account/account-id.ts';

/** Minor units by currency. */
export type Sums = Readonly<Record<string, number>>;

/**
 * The books as the events up to some position tell them: what each account holds, and what each transfer has taken from
 * one account and not yet brought to another.
 */
export class Books {
  readonly balances = new Map<string, number>();
  readonly underWay = new Map<string, { readonly currency: string; readonly amount: number }>();

  take({ type, id, data }: Recorded): void {
    if (type !== 'AccountCredited' && type !== 'AccountDebited') return;
    const { transferId, amount, currency } = data as { transferId: string; amount: number; currency: string };
    const change = type === 'AccountCredited' ? amount : -amount;
    this.balances.set(id, (this.balances.get(id) ?? 0) + change);
    if (type === 'AccountDebited') this.underWay.set(transferId, { currency, amount });
    // A credit without a debit, or a second one, takes nothing from what is under way: then the sum is no longer zero.
    else this.underWay.delete(transferId);
  }

  /** Σ balances + Σ in transit, by currency: zero, always. */
  sums(): Sums {
    const sums: Record<string, number> = {};
    const add = (currency: string, amount: number) => {
      sums[currency] = (sums[currency] ?? 0) + amount;
    };
    for (const [id, balance] of this.balances) add(accountNamed(id)?.currency ?? '', balance);
    for (const { currency, amount } of this.underWay.values()) add(currency, amount);
    return sums;
  }
}
