'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { NavigationCountsDocument } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatCount } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { shell } from '../../texts/shell.ts';
import { Hint } from '../hint.tsx';
import { Mark } from './mark.tsx';
import { type Place, places, settings, system } from './places.ts';
import { useFreshness } from './use-freshness.ts';

const isHere = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

const Entry = ({ place, count, mark }: { place: Place; count?: number; mark?: string }) => {
  const path = usePathname();
  const here = isHere(path, place.href);
  const Icon = place.icon;
  return (
    <li>
      <Hint text={place.label} className="rail:hidden" side="right">
        <Link
          href={place.href}
          aria-current={here ? 'page' : undefined}
          className={cx(
            'relative flex h-8 items-center gap-2.5 rounded-md px-2 font-medium transition-colors max-rail:justify-center',
            here ? 'bg-selected text-accent-text' : 'text-soft hover:bg-hover hover:text-text',
          )}
        >
          <Icon size={16} aria-hidden className="shrink-0" />
          <span className="truncate max-rail:sr-only">{place.label}</span>
          {count !== undefined && count > 0 && (
            <span className="tabular ml-auto text-xs font-normal text-faint max-rail:sr-only">
              {formatCount(count)}
            </span>
          )}
          {mark && (
            <span
              className={cx(
                'mr-0.5 ml-auto size-2 rounded-full max-rail:absolute max-rail:top-1 max-rail:right-0.5',
                mark,
              )}
              aria-hidden
            />
          )}
        </Link>
      </Hint>
    </li>
  );
};

/** Where one can go, and how much waits there. */
export const Sidebar = () => {
  const { data } = useLive(NavigationCountsDocument, {}, topics.overview);
  const freshness = useFreshness();
  const facets = new Map(data?.orderFacets.map(({ view, count }) => [view, count]));
  const waiting: Record<string, number | undefined> = {
    '/orders': (facets.get('TO_COLLECT') ?? 0) + (facets.get('TO_SHIP') ?? 0),
    '/payments': data?.overview.unallocatedPayments,
    '/anomalies': data?.overview.anomalies,
  };
  return (
    <aside className="sticky top-0 flex h-dvh w-56 shrink-0 max-rail:w-13 flex-col border-r border-line bg-canvas">
      <Link
        href="/"
        className="flex h-12 items-center gap-2.5 px-4 text-base font-semibold tracking-tight max-rail:px-3.5"
      >
        <Mark />
        <span className="max-rail:sr-only">{common.product}</span>
      </Link>
      <nav aria-label={shell.navigation} className="flex-1 overflow-y-auto px-2 py-1">
        <ul className="space-y-px">
          {places.map((place) => (
            <Entry key={place.href} place={place} count={waiting[place.href]} />
          ))}
        </ul>
        <ul className="mt-3 border-t border-line pt-3">
          {settings.map((place) => (
            <Entry key={place.href} place={place} />
          ))}
          <Entry place={system} mark={freshness.tone} />
        </ul>
      </nav>
    </aside>
  );
};
