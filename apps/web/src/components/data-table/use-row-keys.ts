import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../lib/is-typing.ts';

/** j and k walk the links of the rows; Enter is the link's own. */
export const useRowKeys = (body: RefObject<HTMLTableSectionElement | null>): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== 'j' && event.key !== 'k') return;
      if (document.querySelector('[role="dialog"]')) return;
      const links = [...(body.current?.querySelectorAll<HTMLElement>('a[data-row-link]') ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = links[event.key === 'j' ? at + 1 : Math.max(at - 1, 0)];
      if (!next) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [body]);
};
