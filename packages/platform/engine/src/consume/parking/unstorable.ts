/** Rows that the store refuses for what they hold (SQLSTATE classes 22 and 23; no JSON): the event's fault, not the store's. */
export const isUnstorable = (error: unknown): boolean => {
  if (error instanceof TypeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^2[23][0-9A-Z]{3}$/.test(code);
};
