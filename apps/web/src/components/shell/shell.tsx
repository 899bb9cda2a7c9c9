'use client';

import { Tooltip } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { WaybillProvider } from '../../live/waybill.tsx';
import { common } from '../../texts/common.ts';
import { Toasts } from '../toasts.tsx';
import { CommandPalette } from './command-palette.tsx';
import { Header } from './header.tsx';
import { Sidebar } from './sidebar.tsx';

/** What surrounds every page. */
export const Shell = ({ apiUrl, children }: { apiUrl: string; children: ReactNode }) => {
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        setSearching((open) => !open);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <WaybillProvider apiUrl={apiUrl}>
      <Tooltip.Provider delayDuration={350} skipDelayDuration={150}>
        <a
          href="#content"
          className="absolute -top-20 left-4 z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:top-2"
        >
          {common.skip}
        </a>
        <div className="flex min-h-dvh">
          <Sidebar />
          <div className="flex min-w-0 flex-1 flex-col">
            <Header onSearch={() => setSearching(true)} />
            <main id="content" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
          </div>
        </div>
        <CommandPalette open={searching} onOpenChange={setSearching} />
        <Toasts />
      </Tooltip.Provider>
    </WaybillProvider>
  );
};
