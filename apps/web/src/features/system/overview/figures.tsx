import { Figure } from '../../../components/figure.tsx';
import { SealStatusDocument, type SystemStatusQuery } from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { system as texts } from '../../../texts/system.ts';

type Status = SystemStatusQuery['systemStatus'];

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What matters of each room, and the way there. */
export const Figures = ({ status }: { status: Status | undefined }) => {
  const { data, retry } = useLive(SealStatusDocument, {}, []);
  useEvery(5_000, retry);
  const seals = data?.sealStatus;
  const parked = status && sum(status.consumers.map(({ parkedKeys }) => parkedKeys));
  const queued = status && sum(status.consumers.map(({ kind, lagEvents }) => (kind === 'QUEUE' ? lagEvents : 0)));
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-3">
      <Figure
        label={texts.lag}
        value={status && formatLag(status.lagMs)}
        note={status && (status.upToDate ? texts.upToDate : texts.behind)}
        href="/system/projections"
      />
      <Figure
        label={texts.queued}
        value={queued === undefined ? undefined : formatCount(queued)}
        note={texts.queuedNote}
        href="/system/queues"
      />
      <Figure
        label={texts.deadLetters}
        value={parked === undefined ? undefined : formatCount(parked)}
        note={parked === undefined ? undefined : parked === 0 ? texts.noDeadLetters : texts.deadLettersNote}
        href="/system/dead-letters"
      />
      <Figure
        label={texts.watermark}
        value={status && formatCount(status.watermark)}
        note={texts.watermarkNote}
        href="/system/events"
      />
      <Figure
        label={texts.unsealed}
        value={seals && formatCount(seals.unsealedEvents)}
        note={seals && (seals.late ? texts.sealsLate : texts.sealsInTime)}
        href="/system/seals"
      />
    </div>
  );
};
