const locale = 'en-GB';

/** Currencies by their digits after the point, where those are not 2 (ISO 4217, as the API counts minor units). */
const withDigits: [digits: number, currencies: string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];
/** The exponent of a currency: 2 for GBP, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  withDigits.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2;

const moneyFormats = new Map<string, Intl.NumberFormat>();
const moneyFormat = (currency: string, compact: boolean) => {
  const key = `${currency}${compact}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(compact
      ? { notation: 'compact', maximumFractionDigits: 1 }
      : { minimumFractionDigits: minorDigits(currency), maximumFractionDigits: minorDigits(currency) }),
  });
  moneyFormats.set(key, made);
  return made;
};

/** Minor units as text: (5896079, 'GBP') → '£58,960.79'. */
export const formatMoney = (amount: string | number, currency: string, compact = false): string =>
  moneyFormat(currency, compact).format(Number(amount) / 10 ** minorDigits(currency));

/** What a person typed, as minor units; null where it is no amount. '1,234.5' → 123450. */
export const parseMoney = (text: string, currency: string): number | null => {
  const digits = minorDigits(currency);
  const plain = text.replace(/[,\s£$€]/g, '');
  const pattern = digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+(\\.\\d{1,${digits}})?$`);
  if (!pattern.test(plain)) return null;
  return Math.round(Number(plain) * 10 ** digits);
};

/** Minor units as a person would type them: 1530 → '15.30'. */
export const plainMoney = (amount: string | number, currency: string): string => {
  const digits = minorDigits(currency);
  return (Number(amount) / 10 ** digits).toFixed(digits);
};

const count = new Intl.NumberFormat(locale);
export const formatCount = (value: number): string => count.format(value);

const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const timeOfDay = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });

/** '10:42', or '1 Dec' where that was another day. */
export const formatTime = (iso: string): string => {
  const at = new Date(iso);
  return at.toDateString() === new Date().toDateString() ? timeOfDay.format(at) : dayAndMonth.format(at);
};

export const formatExact = (iso: string): string => exact.format(new Date(iso));
export const formatDay = (iso: string): string => day.format(new Date(iso));
export const formatClock = (iso: string): string => clock.format(new Date(iso));

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [7 * 86_400, 'day', 86_400],
];

/** '2 min ago', 'yesterday'; the date itself where it is more than a week away. */
export const formatRelative = (iso: string, now: number): string => {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  if (Math.abs(seconds) < 5) return 'just now';
  for (const [limit, unit, size] of steps) {
    if (Math.abs(seconds) < limit) return relative.format(Math.trunc(seconds / size), unit);
  }
  return formatDay(iso);
};

/** 'OrderPlaced' → 'Order placed'. */
export const formatName = (name: string): string => {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** 'NOT_STATED' → 'Not stated'. */
export const formatConstant = (name: string): string => {
  const words = name.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Milliseconds as a short lag: '40 ms', '1.2 s', '3 min'. */
export const formatLag = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} days`;
};
