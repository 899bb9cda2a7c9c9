import { useSyncExternalStore } from 'react';
import { themeKey } from './theme-script.ts';

export type Theme = 'light' | 'dark';

const listeners = new Set<() => void>();

const current = (): Theme => (document.documentElement.classList.contains('dark') ? 'dark' : 'light');

export const toggleTheme = (): void => {
  const next = current() === 'dark' ? 'light' : 'dark';
  document.documentElement.classList.toggle('dark', next === 'dark');
  try {
    localStorage.setItem(themeKey, next);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is left.
  }
  for (const tell of listeners) tell();
};

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current,
    () => 'light',
  );
