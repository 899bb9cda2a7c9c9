import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** A choice that lives in the address, so that it can be sent, kept and gone back to. */
export const useUrlState = (): [get: (name: string) => string, set: (changes: Record<string, string>) => void] => {
  const path = usePathname();
  const params = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? '', [params]);
  const set = useCallback(
    (changes: Record<string, string>) => {
      const next = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const query = next.toString();
      // Next follows the history's own calls: no request to its server for a filter.
      history.replaceState(null, '', query ? `${path}?${query}` : path);
    },
    [path],
  );
  return [get, set];
};
