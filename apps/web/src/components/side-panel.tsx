'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../lib/cx.ts';
import { IconButton } from './icon-button.tsx';

/** The list on the left, and what is open of it on the right; over the list where there is no room for both. */
export const Beside = ({ panel, children }: { panel: ReactNode; children: ReactNode }) => (
  <div className={cx('grid items-start gap-3', Boolean(panel) && 'min-[1100px]:grid-cols-[minmax(0,1fr)_424px]')}>
    <div className="min-w-0">{children}</div>
    {panel}
  </div>
);

/** One thing of a list, open beside it. Escape closes it. */
export const SidePanel = ({
  title,
  label,
  closeLabel,
  onClose,
  children,
}: {
  title: ReactNode;
  label: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}) => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="menu"], [role="combobox"]:focus')) return;
      close.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside
      aria-label={label}
      className={cx(
        'flex flex-col overflow-hidden border-line bg-surface',
        'min-[1100px]:sticky min-[1100px]:top-26 min-[1100px]:max-h-[calc(100dvh-7.5rem)] min-[1100px]:rounded-lg min-[1100px]:border',
        'max-[1100px]:fixed max-[1100px]:inset-y-0 max-[1100px]:right-0 max-[1100px]:z-30 max-[1100px]:w-[min(440px,calc(100vw-3.25rem))] max-[1100px]:animate-fade max-[1100px]:shadow-float',
      )}
    >
      <div className="flex min-h-11 items-center justify-between gap-3 border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="min-w-0 truncate font-medium">{title}</h2>
        <IconButton icon={X} label={closeLabel} onClick={onClose} />
      </div>
      <div
        className="min-h-0 grow overflow-y-auto"
        // What scrolls must be reachable by keyboard.
        {...{ tabIndex: 0, role: 'group', 'aria-label': label }}
      >
        {children}
      </div>
    </aside>
  );
};
