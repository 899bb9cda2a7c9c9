import { Time } from '../../components/time.tsx';
import { actorName } from '../../lib/actor-name.ts';
import { formatName } from '../../lib/format.ts';
import { anomalies as texts } from '../../texts/anomalies.ts';
import type { AnomalyOfPanel } from './anomaly-panel.tsx';

/** Noticed, taken, resolved: when and by whom. */
export const AnomalyStory = ({ anomaly }: { anomaly: AnomalyOfPanel }) => (
  <ol aria-label={texts.history} className="grid gap-1">
    {anomaly.history.map((event) => (
      <li key={event.id} className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate">
          {texts.events[event.type] ?? formatName(event.type)}{' '}
          <span className="text-soft">{texts.resolvedBy(actorName(event.actor))}</span>
        </span>
        <span className="text-xs text-faint">
          <Time at={event.recordedAt} />
        </span>
      </li>
    ))}
  </ol>
);
