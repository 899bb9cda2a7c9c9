'use client';

import { ChevronRight, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { shell } from '../../texts/shell.ts';
import { Kbd } from '../kbd.tsx';
import { ActorMenu } from './actor-menu.tsx';
import { useCrumb } from './crumb.tsx';
import { FreshnessDot } from './freshness-dot.tsx';
import { places, system } from './places.ts';
import { ThemeToggle } from './theme-toggle.tsx';

const Trail = () => {
  const path = usePathname();
  const crumb = useCrumb();
  const place = [...places, system]
    .filter(({ href }) => (href === '/' ? path === '/' : path.startsWith(href)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  if (!place) return <span />;
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-soft">
      {crumb ? (
        <>
          <Link href={place.href} className="rounded-sm hover:text-text">
            {place.label}
          </Link>
          <ChevronRight size={14} aria-hidden className="text-faint" />
          <span className="truncate text-text">{crumb}</span>
        </>
      ) : (
        <span className="text-text">{place.label}</span>
      )}
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
