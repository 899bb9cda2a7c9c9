'use client';

import { ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { toast } from 'sonner';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import { EventDetailDocument, type EventDetailQuery } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatCount, formatExact, formatName } from '../../../lib/format.ts';
import { orderOfEvent } from '../../../lib/order-of-event.ts';
import { useLive } from '../../../live/use-live.ts';
import { events } from '../../../texts/events.ts';
import { commandHref } from '../commands/command-href.ts';
import { PanelContent } from '../room/panel-content.tsx';
import { OrderLink, StoryLink } from '../room/side-links.tsx';
import { useProof } from '../seals/use-proof.ts';
import type { Chosen } from './event-filter.ts';

const texts = events.panel;
type Detail = NonNullable<EventDetailQuery['event']>;

/** A value that is also a filter: a click shows what has the same. */
const Same = ({ onClick, children, label }: { onClick: () => void; children: ReactNode; label: string }) => (
  <button
    type="button"
    title={label}
    onClick={onClick}
    className="rounded-sm text-left break-all text-text underline decoration-line-strong underline-offset-3 hover:text-accent-text hover:decoration-current"
  >
    {children}
  </button>
);

const ProofButton = ({ position }: { position: number }) => {
  const { save, busy } = useProof();
  const download = async () => {
    const outcome = await save(position);
    if (outcome.kind === 'none') toast.warning(texts.noProof, { description: texts.noProofText });
    if (outcome.kind === 'failed') toast.error(outcome.message);
  };
  return (
    <Button size="sm" icon={ShieldCheck} busy={busy} onClick={download}>
      {texts.proof}
    </Button>
  );
};

type PanelProps = {
  id: string;
  onClose: () => void;
  /** Opens another event in its place. */
  onOpen: (id: string) => void;
  onFilter: (chosen: Chosen) => void;
  /** It is open beside its own story. */
  inStory?: boolean;
};

const Body = ({ event, onOpen, onFilter, inStory = false }: { event: Detail } & Omit<PanelProps, 'id' | 'onClose'>) => {
  const orderId = orderOfEvent(event);
  const same = (chosen: Chosen, children: ReactNode) => (
    <Same onClick={() => onFilter(chosen)} label={texts.onlyThis(chosen.value)}>
      {children}
    </Same>
  );
  const { actor, causedBy, command } = event;
  const noted = typeof event.metadata === 'object' && event.metadata !== null && Object.keys(event.metadata).length > 0;
  return (
    <>
      <div className="flex flex-wrap gap-1.5 px-4 pt-3.5 pb-3">
        {!inStory && <StoryLink correlationId={event.correlationId} label={texts.story} />}
        {orderId && <OrderLink orderId={orderId} label={texts.order} />}
        <ProofButton position={event.position} />
      </div>
      <div className="px-4 pb-4">
        <Facts>
          <Fact label={events.position}>
            <span className="ident">{formatCount(event.position)}</span>
          </Fact>
          <Fact label={events.stream}>
            <span className="ident">{same({ name: 'stream', value: event.stream }, event.stream)}</span>
          </Fact>
          <Fact label={texts.version}>
            <span className="tabular">{formatCount(event.version)}</span>
            <span className="ml-2 text-faint">
              {texts.schema} {texts.schemaOf(event.schemaVersion)}
            </span>
          </Fact>
          <Fact label={events.recorded}>
            <time dateTime={event.recordedAt} className="tabular">
              {formatExact(event.recordedAt)}
            </time>
          </Fact>
          {event.occurredAt !== event.recordedAt && (
            <Fact label={texts.occurred}>
              <time dateTime={event.occurredAt} className="tabular">
                {formatExact(event.occurredAt)}
              </time>
            </Fact>
          )}
          <Fact label={events.who}>
            {same({ name: 'actor', value: actor.kind === 'user' ? actor.name : actor.id }, actorName(actor))}
          </Fact>
          <Fact label={events.command}>
            {command ? (
              <>
                {command.type && formatName(command.type)}
                <Link
                  href={commandHref(command.id)}
                  className="ident block truncate rounded-sm text-soft underline decoration-line-strong underline-offset-3 hover:text-accent-text"
                >
                  {command.id}
                </Link>
              </>
            ) : (
              <span className="text-faint">{texts.noCommand}</span>
            )}
          </Fact>
          <Fact label={texts.cause}>
            {causedBy ? (
              <Same
                onClick={() => onOpen(causedBy.id)}
                label={events.openRow(formatName(causedBy.type), formatCount(causedBy.position))}
              >
                {formatName(causedBy.type)} <span className="ident text-faint">{formatCount(causedBy.position)}</span>
              </Same>
            ) : (
              <span className="text-faint">{texts.noCause}</span>
            )}
          </Fact>
          <Fact label={texts.correlation}>
            <span className="ident">
              {same({ name: 'correlation', value: event.correlationId }, event.correlationId)}
            </span>
          </Fact>
        </Facts>
      </div>
      <SideSection title={texts.data} side={<CopyButton text={JSON.stringify(event.data, null, 2)} />}>
        <JsonView value={event.data} label={texts.data} />
      </SideSection>
      <SideSection title={texts.metadata}>
        {noted ? (
          <JsonView value={event.metadata} label={texts.metadata} />
        ) : (
          <p className="text-faint">{texts.noMetadata}</p>
        )}
      </SideSection>
    </>
  );
};

/** One event, whole: what it recorded, who did it by which command, and what led to it. */
export const EventPanel = ({ id, onClose, ...actions }: PanelProps) => {
  const read = useLive(EventDetailDocument, { id }, []);
  const event = read.data?.event;
  return (
    <SidePanel
      label={texts.title}
      title={event ? formatName(event.type) : texts.title}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <PanelContent read={read} failed={texts.failed} missing={texts.missing} missingText={texts.missingText}>
        {event && <Body event={event} {...actions} />}
      </PanelContent>
    </SidePanel>
  );
};
