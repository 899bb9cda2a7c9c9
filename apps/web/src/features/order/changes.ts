import type { OrderComparedQuery } from '../../graphql/generated/documents.ts';
import { formatConstant, formatExact, formatMoney, formatName } from '../../lib/format.ts';

export type FieldChange = NonNullable<OrderComparedQuery['order']>['compare']['changes'][number];

/** Counting on and ids are no news to people. */
const quiet = /^(version|updatedAt|id|.*Id)$/;
export const isNews = ({ path }: FieldChange): boolean => !quiet.test(path.at(-1) ?? '');

const isId = (part: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part);

/** ['payment', 'outstanding'] → 'Payment · outstanding' */
export const pathText = (path: string[]): string =>
  path
    .filter((part) => !isId(part))
    .map((part, index) => (index === 0 ? formatName(part) : formatName(part).toLowerCase()))
    .join(' · ');

const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

/** A value of the API as people read it; nothing as a dash. */
export const valueText = (value: unknown): string => {
  if (value === null || value === undefined) return '—';
  if (isMoney(value)) return formatMoney(value.amount, value.currency);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return formatExact(value);
  if (typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value)) return formatConstant(value);
  return Array.isArray(value) ? value.map(valueText).join(', ') : String(value);
};
