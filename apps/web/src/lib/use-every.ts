import { useEffect } from 'react';

/** Does something every so many milliseconds, while somebody looks. */
export const useEvery = (milliseconds: number, run: () => void): void => {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') run();
    }, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, run]);
};
