import { useEffect, useRef } from 'react';

/** The ids that came since the list was first shown; those are worth a glow, the first ones are not. */
export const useFreshIds = (ids: readonly string[] | undefined): ReadonlySet<string> => {
  const known = useRef<Set<string> | null>(null);
  const fresh = new Set(known.current ? ids?.filter((id) => !known.current?.has(id)) : []);
  const settled = useRef<Set<string>>(new Set());
  for (const id of fresh) settled.current.add(id);
  useEffect(() => {
    if (ids) known.current = new Set([...(known.current ?? []), ...ids]);
  }, [ids]);
  return settled.current;
};
