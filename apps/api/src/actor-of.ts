import type { Actor } from '@waybill/engine';

const NAME_HEADER = 'x-waybill-actor';
const OPERATOR: Actor = { kind: 'user', id: 'operator', name: 'Operator' };

/** Who acts: the local operator, by the name the header gives. There are no accounts yet; the server is local. */
export const actorOf = (request: Request): Actor => {
  const name = request.headers.get(NAME_HEADER)?.trim();
  return name ? { ...OPERATOR, name: storable(decodeName(name)) } : OPERATOR;
};

/** The first 80 characters, none of them cut in half, with � for the one that no table keeps (NUL). */
const storable = (name: string): string => [...name.replaceAll('\0', '\ufffd')].slice(0, 80).join('').toWellFormed();

/** A header holds Latin-1 only; other names come percent-encoded. */
const decodeName = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
