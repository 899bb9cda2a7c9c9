import { PERMISSIONS, type Permission } from '@waybill/graphql';

const HEADER = 'x-waybill-permissions';

/**
 * What the sender of a request may do. There are no accounts yet and the server is local: everything, unless the header
 * names less (separated by commas), as a gateway in front of the API would.
 */
export const permissionsOf = (request: Request): ReadonlySet<Permission> => {
  const named = request.headers.get(HEADER);
  if (named === null) return new Set(PERMISSIONS);
  const given = named.split(',').map((name) => name.trim());
  return new Set(PERMISSIONS.filter((permission) => given.includes(permission)));
};
