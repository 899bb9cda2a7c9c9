/** The fields of a message as it came; undefined where the text is no such thing. */
export const fieldsOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** Content that is JSON within JSON, as the value that it stands for; anything else as it is. */
const unwrapped = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** A message as it came, for people to read: its content taken apart where that can be. */
export const readable = (text: string): unknown => {
  const fields = fieldsOf(text);
  return fields ? { ...fields, content: unwrapped(fields.content) } : text;
};

/** A field as a person would type it; JSON is laid out. */
export const typed = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const plain = unwrapped(value);
  return typeof plain === 'object' && plain !== null ? JSON.stringify(plain, null, 2) : String(value);
};
