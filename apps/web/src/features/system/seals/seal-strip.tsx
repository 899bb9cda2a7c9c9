import { ArrowRight, CircleDashed, Lock, LockOpen } from 'lucide-react';
import { cx } from '../../../lib/cx.ts';
import { formatCount } from '../../../lib/format.ts';
import { seals as texts } from '../../../texts/seals.ts';
import { type SealRow, shortHash } from './seal-row.ts';

const shown = 24;

/** The chain as one sees it: the unsealed tail, then each seal and the one that it names. */
export const SealStrip = ({
  seals,
  unsealed,
  opened,
  onOpen,
}: {
  seals: readonly SealRow[];
  unsealed: number;
  opened: string | undefined;
  onOpen: (id: string) => void;
}) => (
  <ol className="flex items-stretch gap-1.5 p-4">
    <li className="flex w-32 shrink-0 flex-col justify-between rounded-md border border-dashed border-line-strong px-3 py-2">
      <span className="flex items-center gap-1.5 text-faint">
        <CircleDashed size={14} aria-hidden />
        <span className="tabular font-medium">{texts.events(unsealed, formatCount(unsealed))}</span>
      </span>
      <span className="text-xs text-faint">{texts.tail}</span>
    </li>
    {seals.slice(0, shown).map((seal) => (
      <li key={seal.id} className="flex shrink-0 items-center gap-1.5">
        <ArrowRight size={14} aria-hidden className="text-faint" />
        <button
          type="button"
          onClick={() => onOpen(seal.id)}
          aria-pressed={seal.id === opened}
          className={cx(
            'flex h-full w-32 flex-col gap-0.5 rounded-md border px-3 py-2 text-left transition-colors',
            seal.id === opened ? 'border-accent bg-selected' : 'border-line hover:border-line-strong hover:bg-sunken',
          )}
        >
          <span className={cx('flex items-center gap-1.5 font-medium', seal.signed ? 'text-text' : 'text-red')}>
            {seal.signed ? <Lock size={14} aria-hidden className="text-green" /> : <LockOpen size={14} aria-hidden />}
            <span className="tabular">{formatCount(seal.number)}</span>
            {!seal.signed && <span className="sr-only">{texts.notSigned}</span>}
          </span>
          <span className="ident text-faint">{shortHash(seal.hash)}</span>
          <span className="tabular text-xs text-faint">{texts.events(seal.count, formatCount(seal.count))}</span>
        </button>
      </li>
    ))}
  </ol>
);
