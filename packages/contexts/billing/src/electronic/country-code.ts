/** Names that are in use and not in the standard. */
const ALIASES: Readonly<Record<string, string>> = { uk: 'GB', eire: 'IE', usa: 'US', rsa: 'ZA', czechia: 'CZ' };

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const codesByName = (): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  // Codes of the past name countries that have another one now: UK, FX.
  const inUse = codes.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  return new Map(inUse.map((code) => [(names.of(code) ?? '').toLowerCase(), code]));
};
let known: ReadonlyMap<string, string> | undefined;

/** The code of a country (ISO 3166-1 alpha-2) from its English name; undefined where there is none of this name. */
export const countryCode = (name: string): string | undefined => {
  known ??= codesByName();
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return undefined;
  return ALIASES[wanted] ?? known.get(wanted);
};
