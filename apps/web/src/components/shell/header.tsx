'use client';

import { ChevronRight, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { shell } from '../../texts/shell.ts';
import { Kbd } from '../kbd.tsx';
import { ActorMenu } from './actor-menu.tsx';
import { useCrumb } from './crumb.tsx';
import { FreshnessDot } from './freshness-dot.tsx';
import { type Place, places, settings, system } from './places.ts';
import { systemRooms } from './system-rooms.ts';
import { ThemeToggle } from './theme-toggle.tsx';

const isWithin = (path: string, { href }: Place) => (href === '/' ? path === '/' : path.startsWith(href));

/** From the place to what is open in it: 'System ▸ Events', 'Orders ▸ ORD-2026-000123'. */
const trailOf = (path: string, crumb: string | null): { label: string; href?: string }[] => {
  const place = [...places, ...settings, system].find((one) => isWithin(path, one));
  const room = systemRooms.find((one) => one.href !== system.href && isWithin(path, one));
  return [place, room, crumb === null ? undefined : { label: crumb }].filter((step) => step !== undefined);
};

const Trail = () => {
  const steps = trailOf(usePathname(), useCrumb());
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-soft">
      {steps.map(({ href, label }, index) => (
        <Fragment key={label}>
          {index > 0 && <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />}
          {href && index < steps.length - 1 ? (
            <Link href={href} className="rounded-sm whitespace-nowrap hover:text-text">
              {label}
            </Link>
          ) : (
            <span className="truncate text-text">{label}</span>
          )}
        </Fragment>
      ))}
    </div>
  );
};

export const Header = ({ onSearch }: { onSearch: () => void }) => (
  <header className="sticky top-0 z-20 flex h-12 items-center justify-between gap-4 border-b border-line bg-canvas px-6">
    <Trail />
    <div className="flex items-center gap-1.5">
      <button
        type="button"
        onClick={onSearch}
        className="mr-1 inline-flex h-8 items-center gap-2 rounded-md border border-line bg-surface pr-2 pl-2.5 text-faint transition-colors hover:border-line-strong hover:text-soft"
      >
        <Search size={14} aria-hidden />
        {shell.search}
        <span className="ml-6 inline-flex gap-0.5" aria-hidden>
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <FreshnessDot />
      <ThemeToggle />
      <ActorMenu />
    </div>
  </header>
);
