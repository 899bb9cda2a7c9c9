import { useEffect, useState } from 'react';

/** The columns a reader has put away in a list, kept in this browser. */
export const useHiddenColumns = (list: string): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] => {
  const key = `waybill.columns.${list}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    try {
      setHidden(new Set(localStorage.getItem(key)?.split(',').filter(Boolean)));
    } catch {
      // Storage may be forbidden: every column is shown.
    }
  }, [key]);
  const change = (next: ReadonlySet<string>) => {
    setHidden(next);
    try {
      localStorage.setItem(key, [...next].join(','));
    } catch {
      // Kept for as long as the page is open.
    }
  };
  return [hidden, change];
};
