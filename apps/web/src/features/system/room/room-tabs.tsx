'use client';

import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Hint } from '../../../components/hint.tsx';
import { systemRooms } from '../../../components/shell/system-rooms.ts';
import { SystemStatusDocument } from '../../../graphql/generated/documents.ts';
import { cx } from '../../../lib/cx.ts';
import { formatCount } from '../../../lib/format.ts';
import { isTyping } from '../../../lib/is-typing.ts';
import { useLive } from '../../../live/use-live.ts';
import { rooms } from '../../../texts/rooms.ts';

/** The room that a path is in: the one with the longest address that leads to it. */
const roomOf = (path: string): string | undefined =>
  systemRooms
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];

/** The digits lead to the rooms, from wherever one is in System. */
const useDigits = () => {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      const room = /^[1-9]$/.test(event.key) ? systemRooms[Number(event.key) - 1] : undefined;
      if (room) router.push(room.href);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [router]);
};

/** What waits for a person, by room. */
const useWaiting = (): Record<string, number> => {
  const { data } = useLive(SystemStatusDocument, {}, []);
  const parked = data?.systemStatus.consumers.reduce((sum, { parkedKeys }) => sum + parkedKeys, 0) ?? 0;
  return { '/system/dead-letters': parked };
};

/** The rooms of System, above each of its pages. */
export const RoomTabs = () => {
  const here = roomOf(usePathname());
  const waiting = useWaiting();
  useDigits();
  return (
    <nav aria-label={rooms.navigation} className="sticky top-12 z-10 border-b border-line bg-canvas">
      <ul className="mx-auto flex w-full max-w-[1440px] gap-1 overflow-x-auto px-4">
        {systemRooms.map(({ href, label, icon: Icon }, index) => (
          <li key={href}>
            <Hint text={rooms.key(index + 1)}>
              <Link
                href={href}
                aria-current={href === here ? 'page' : undefined}
                className={cx(
                  'relative flex h-10 items-center gap-1.5 rounded-md px-2.5 font-medium whitespace-nowrap transition-colors -outline-offset-2',
                  href === here
                    ? 'text-accent-text after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full after:bg-accent'
                    : 'text-soft hover:text-text',
                )}
              >
                <Icon size={14} aria-hidden className="shrink-0" />
                {label}
                {Boolean(waiting[href]) && (
                  <span className="tabular ml-0.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-amber-soft px-1 text-xs text-amber">
                    {formatCount(waiting[href] ?? 0)}
                    <span className="sr-only"> {rooms.waiting}</span>
                  </span>
                )}
              </Link>
            </Hint>
          </li>
        ))}
      </ul>
    </nav>
  );
};
