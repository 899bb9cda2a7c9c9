import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { useTrace } from '../../live/use-trace.ts';
import { TraceText } from '../trace-text.tsx';

/** A row that glows when someone changed it, and says who. */
export const DataRow = ({
  id,
  href,
  onOpen,
  selected,
  traces,
  children,
}: {
  id: string;
  href?: string | undefined;
  /** Opens the row on this page instead of following its link. */
  onOpen?: (() => void) | undefined;
  selected: boolean;
  traces: boolean;
  children: ReactNode;
}) => {
  const router = useRouter();
  const trace = useTrace(id);
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, input');
    if (!(href || onOpen) || onControl || getSelection()?.toString()) return;
    if (href && (event.metaKey || event.ctrlKey)) window.open(href);
    else if (onOpen) onOpen();
    else if (href) router.push(href);
  };
  return (
    // The row's link is what the keyboard uses; a click anywhere in the row is a shortcut.
    <tr
      onClick={open}
      data-row={id}
      aria-current={selected ? 'true' : undefined}
      className={cx(
        'relative h-9 border-b border-line last:border-0 has-[a[data-row-link]:focus-visible]:bg-selected',
        selected ? 'bg-selected' : 'hover:bg-sunken',
        (href || onOpen) && 'cursor-pointer',
      )}
    >
      {children}
      {traces && (
        <td className="px-3 text-right text-xs text-faint">
          {trace && (
            <>
              <span key={trace.at} className="glow pointer-events-none !absolute inset-0" aria-hidden />
              <TraceText trace={trace} />
            </>
          )}
        </td>
      )}
    </tr>
  );
};
