'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { createSignal } from '../../live/signal.ts';
import { common } from '../../texts/common.ts';

const crumb = createSignal<string | null>(null);

/** Says in the header, and in the tab's title, which thing of a list is open. */
export const Crumb = ({ text }: { text: string }) => {
  useEffect(() => {
    crumb.set(text);
    document.title = `${text} · ${common.product}`;
    return () => crumb.set(null);
  }, [text]);
  return null;
};

export const useCrumb = (): string | null => useSyncExternalStore(crumb.subscribe, crumb.get, () => null);
