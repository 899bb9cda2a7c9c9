'use client';

import { ArrowDown, CornerDownRight } from 'lucide-react';
import { Dialog } from '../../components/dialog.tsx';
import { Pill } from '../../components/pill.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import {
  CausationDocument,
  type CausationPartsFragment,
  type EventPartsFragment,
} from '../../graphql/generated/documents.ts';
import { actorName } from '../../lib/actor-name.ts';
import { formatClock, formatExact, formatName } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { order as texts } from '../../texts/order.ts';

const reasonOf = (refusal: unknown): string =>
  typeof refusal === 'object' && refusal !== null && 'message' in refusal ? String(refusal.message) : '';

/** One command: who sent it, what it recorded, or why it was refused. */
const Step = ({ step, icon: Icon }: { step: CausationPartsFragment; icon: typeof ArrowDown }) => (
  <li className="flex gap-2 py-1.5" style={{ paddingLeft: `${(Math.min(step.depth, 6) - 1) * 16}px` }}>
    <Icon size={14} aria-hidden className="mt-[3px] shrink-0 text-faint" />
    <div className="min-w-0 flex-1">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">
          <span className="font-medium">{formatName(step.command.type)}</span>{' '}
          <span className="text-soft">{actorName(step.command.actor)}</span>
        </span>
        <time dateTime={step.command.issuedAt} className="ident shrink-0 text-faint">
          {formatClock(step.command.issuedAt)}
        </time>
      </div>
      {step.command.outcome === 'ACCEPTED' ? (
        <p className="text-xs text-soft">{step.events.map(({ type }) => formatName(type)).join(', ')}</p>
      ) : (
        <p className="text-xs text-soft">
          <Pill tone="red" word={texts.causation.refused} /> {reasonOf(step.command.refusal)}
        </p>
      )}
    </div>
  </li>
);

const head = 'mb-1 text-xs font-medium text-faint';

/** Why an event happened, back to the person, and everything that came of it. */
export const CausationDialog = ({ event, onClose }: { event: EventPartsFragment; onClose: () => void }) => {
  const { data, failure } = useLive(CausationDocument, { id: event.id }, topics.order);
  const told = data?.event;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={formatName(event.type)}
      about={texts.causation.about(formatExact(event.recordedAt), event.position)}
    >
      {failure && <p className="text-red">{failure.message}</p>}
      {!told && !failure && <Skeleton className="h-24 w-full" />}
      {told && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="grid max-h-[56vh] gap-4 overflow-y-auto" aria-label={texts.causation.title} tabIndex={0}>
          <div>
            <h3 className={head}>{texts.causation.why}</h3>
            <ol>
              {told.causes.toReversed().map((step) => (
                <Step key={step.command.id} step={{ ...step, depth: 1 }} icon={ArrowDown} />
              ))}
            </ol>
          </div>
          <div>
            <h3 className={head}>{texts.causation.effects}</h3>
            {told.effects.steps.length === 0 && <p className="text-faint">{texts.causation.noEffects}</p>}
            <ol>
              {told.effects.steps.map((step) => (
                <Step key={step.command.id} step={step} icon={CornerDownRight} />
              ))}
            </ol>
            {told.effects.more && <p className="text-xs text-faint">{texts.causation.more}</p>}
          </div>
        </section>
      )}
    </Dialog>
  );
};
