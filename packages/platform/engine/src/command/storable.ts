/** Text that Postgres cannot keep in jsonb: the character NUL, and halves of characters. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** The path of the first text that cannot be stored, names of fields included; undefined where all can. */
export const unstorablePath = (value: unknown, path = ''): string | undefined => {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    if (!isStorable(name)) return clean(at);
    const found = unstorablePath(field, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

const clean = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();

/** The same value with � in place of what cannot be stored, so that the refused command can be kept. */
export const storable = (value: unknown): unknown => {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [clean(name), storable(field)]));
};
