'use client';

import { RotateCw } from 'lucide-react';
import { Button } from '../../../components/button.tsx';
import { projections as texts } from '../../../texts/projections.ts';
import { useRebuild } from './use-rebuild.ts';

/** Starts at once: the live rows are not touched before the new ones are found equal. */
export const RebuildButton = ({ name }: { name: string }) => {
  const { start, busy } = useRebuild(name);
  return (
    <Button size="sm" icon={RotateCw} busy={busy} onClick={() => void start()}>
      {texts.rebuild}
      <span className="sr-only"> {name}</span>
    </Button>
  );
};
