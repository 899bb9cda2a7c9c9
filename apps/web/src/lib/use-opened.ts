import { useCallback } from 'react';
import { useUrlState } from './use-url-state.ts';

/** Which one of a list is open beside it, in the address; the list keeps its place. */
export const useOpened = (name: string) => {
  const [get, set] = useUrlState();
  const opened = get(name) || undefined;
  const open = useCallback((id: string) => set({ [name]: id }), [name, set]);
  const close = useCallback(() => {
    set({ [name]: '' });
    // Whoever came by keyboard goes on where they were.
    if (opened) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(opened)}"] a[data-row-link]`)?.focus();
  }, [name, opened, set]);
  return { opened, open, close };
};
