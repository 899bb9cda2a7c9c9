const key = 'waybill.actor';

/** Who acts from this browser; empty means the local operator of the server. HTTP headers carry Latin-1 only. */
export const readActor = (): string => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

export const writeActor = (name: string): void => {
  if (name) localStorage.setItem(key, name);
  else localStorage.removeItem(key);
};

export const actorHeader = (): Record<string, string> => {
  const name = readActor();
  return name ? { 'x-waybill-actor': encodeURIComponent(name) } : {};
};
