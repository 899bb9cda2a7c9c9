'use client';

import Link from 'next/link';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ProblemText } from '../../../components/problem-text.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import { CommandDetailDocument, type CommandDetailQuery } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatCount, formatExact, formatName } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { commands } from '../../../texts/commands.ts';
import { eventHref } from '../events/event-href.ts';
import { PanelContent } from '../room/panel-content.tsx';
import { OrderLink, StoryLink } from '../room/side-links.tsx';
import { CommandActions } from './command-actions.tsx';
import { commandLook } from './command-look.ts';

const texts = commands.panel;
type Detail = NonNullable<CommandDetailQuery['command']>;

/** The order that its stream is about; every stream of one is named after its id. */
const orderOf = (stream: string | null): string | undefined =>
  /^(?:order|orderPayment|orderBilling|shipmentPlan)-(.+)$/.exec(stream ?? '')?.[1];

const Queue = ({ queue }: { queue: NonNullable<Detail['queue']> }) => (
  <SideSection title={texts.queue}>
    <Facts>
      <Fact label={texts.enqueued}>{formatExact(queue.enqueuedAt)}</Fact>
      <Fact label={texts.notBefore}>{formatExact(queue.notBefore)}</Fact>
      {queue.nextAttemptAt && <Fact label={texts.next}>{formatExact(queue.nextAttemptAt)}</Fact>}
      <Fact label={texts.attempts}>{texts.times(queue.attempts)}</Fact>
      <Fact label={texts.priority}>{queue.priority}</Fact>
      {queue.batch && (
        <Fact label={texts.inBatch}>
          <Link
            href={`/system/commands?batch=${queue.batch.id}`}
            className="ident rounded-sm break-all underline decoration-line-strong underline-offset-3 hover:text-accent-text"
          >
            {queue.batch.id}
          </Link>
        </Fact>
      )}
    </Facts>
  </SideSection>
);

const Happened = ({ events }: { events: Detail['events'] }) => (
  <SideSection title={texts.happened}>
    {events.length === 0 ? (
      <p className="text-faint">{texts.nothing}</p>
    ) : (
      <ul className="grid gap-1">
        {events.map(({ id, type, position }) => (
          <li key={id} className="flex justify-between gap-3">
            <Link href={eventHref(id)} className="rounded-sm font-medium hover:text-accent-text">
              {formatName(type)}
            </Link>
            <span className="ident text-faint">{formatCount(position)}</span>
          </li>
        ))}
      </ul>
    )}
  </SideSection>
);

const Body = ({ command }: { command: Detail }) => {
  const orderId = orderOf(command.stream);
  const message = command.queue?.lastError ?? command.message;
  return (
    <>
      <div className="flex flex-wrap gap-1.5 px-4 pt-3.5 pb-3">
        <CommandActions id={command.id} outcome={command.outcome} queued={command.queue !== null} />
        {command.correlationId && <StoryLink correlationId={command.correlationId} label={texts.story} />}
        {orderId && <OrderLink orderId={orderId} label={texts.order} />}
      </div>
      <div className="px-4 pb-4">
        <Facts>
          <Fact label={commands.outcome}>
            <Pill {...commandLook(command.outcome)} />
          </Fact>
          <Fact label={texts.id}>
            <span className="flex items-start gap-1">
              <span className="ident min-w-0 grow break-all">{command.id}</span>
              <span className="-my-1">
                <CopyButton text={command.id} />
              </span>
            </span>
          </Fact>
          <Fact label={commands.stream}>
            <span className="ident break-all">{command.stream}</span>
          </Fact>
          {command.version !== null && <Fact label={texts.version}>{formatCount(command.version)}</Fact>}
          <Fact label={commands.who}>{actorName(command.actor)}</Fact>
          <Fact label={commands.issued}>{formatExact(command.issuedAt)}</Fact>
          {command.decidedAt && <Fact label={texts.decided}>{formatExact(command.decidedAt)}</Fact>}
        </Facts>
      </div>
      {message && command.outcome !== 'ACCEPTED' && (
        <SideSection title={command.outcome === 'QUEUED' ? texts.lastTry : texts.why}>
          <ProblemText text={message} look={command.outcome === 'REJECTED' ? 'refusal' : 'fault'} />
        </SideSection>
      )}
      {command.outcome === 'ACCEPTED' && <Happened events={command.events} />}
      {command.queue && <Queue queue={command.queue} />}
      {command.refusal !== null && (
        <SideSection title={texts.refusal}>
          <JsonView value={command.refusal} label={texts.refusal} />
        </SideSection>
      )}
    </>
  );
};

/** One command: who wanted it, what became of it and why, and what happened by it. */
export const CommandPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const read = useLive(CommandDetailDocument, { id }, []);
  useEvery(3_000, read.retry);
  const command = read.data?.command;
  return (
    <SidePanel
      label={texts.title}
      title={command ? formatName(command.type) : texts.title}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <PanelContent read={read} failed={commands.failed} missing={texts.missing} missingText={texts.missingText}>
        {command && <Body command={command} />}
      </PanelContent>
    </SidePanel>
  );
};
