'use client';

import Link from 'next/link';
import { ButtonLink } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Fact, Facts } from '../../../components/facts.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { Pill } from '../../../components/pill.tsx';
import { ProblemText } from '../../../components/problem-text.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SideSection } from '../../../components/side-section.tsx';
import { DeadLetterDetailDocument, type DeadLetterDetailQuery } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { formatCount, formatExact, formatName } from '../../../lib/format.ts';
import { useEvery } from '../../../lib/use-every.ts';
import { useLive } from '../../../live/use-live.ts';
import { deadLetters } from '../../../texts/dead-letters.ts';
import { events } from '../../../texts/events.ts';
import { eventHref } from '../events/event-href.ts';
import { PanelContent } from '../room/panel-content.tsx';
import { DeadLetterActions } from './dead-letter-actions.tsx';
import { resolutionLook } from './dead-letter-columns.tsx';

const texts = deadLetters.panel;
type Letter = NonNullable<DeadLetterDetailQuery['deadLetter']>;

const Decision = ({ letter }: { letter: Letter }) => (
  <>
    {letter.resolvedBy && <Fact label={texts.decidedBy}>{actorName(letter.resolvedBy)}</Fact>}
    {letter.resolvedAt && <Fact label={texts.decidedAt}>{formatExact(letter.resolvedAt)}</Fact>}
    {letter.reason && <Fact label={texts.reason}>{letter.reason}</Fact>}
  </>
);

const Body = ({ letter }: { letter: Letter }) => (
  <>
    <div className="flex flex-wrap items-center gap-1.5 px-4 pt-3.5 pb-3">
      {letter.resolution === null && (
        <DeadLetterActions id={letter.id} consumer={letter.consumer} rowKey={letter.key} />
      )}
      {letter.event && (
        <ButtonLink size="sm">
          <Link href={eventHref(letter.event.id)}>{texts.openEvent}</Link>
        </ButtonLink>
      )}
    </div>
    <div className="px-4 pb-4">
      <Facts>
        <Fact label={deadLetters.state}>
          <Pill {...resolutionLook(letter.resolution)} />
        </Fact>
        <Decision letter={letter} />
        <Fact label={deadLetters.consumer}>
          <span className="ident">{letter.consumer}</span>
        </Fact>
        <Fact label={deadLetters.key}>
          <span className="ident break-all">{letter.key}</span>
        </Fact>
        <Fact label={texts.shard}>{texts.generationOf(letter.shard, letter.generation)}</Fact>
        <Fact label={events.position}>
          <span className="ident">{formatCount(letter.position)}</span>
        </Fact>
        <Fact label={deadLetters.failedAt}>{formatExact(letter.failedAt)}</Fact>
        <Fact label={texts.attempts}>{texts.times(letter.attempts)}</Fact>
        <Fact label={deadLetters.behind}>{deadLetters.behindIt(letter.waiting)}</Fact>
        {letter.parkedBy && (
          <Fact label={texts.by}>
            <span className="ident break-all text-faint">{letter.parkedBy}</span>
          </Fact>
        )}
      </Facts>
    </div>
    <SideSection title={texts.why} side={letter.error && <CopyButton text={letter.error} />}>
      {letter.error ? <ProblemText text={letter.error} /> : <p className="text-faint">{deadLetters.leftOver}</p>}
    </SideSection>
    <SideSection title={texts.data}>
      {letter.event ? (
        <JsonView value={letter.event.data} label={texts.data} />
      ) : (
        <p className="text-faint">{texts.noEvent}</p>
      )}
    </SideSection>
  </>
);

/** One dead letter: the error and the event together, and what can be done. */
export const DeadLetterPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const read = useLive(DeadLetterDetailDocument, { id }, []);
  useEvery(5_000, read.retry);
  const letter = read.data?.deadLetter;
  return (
    <SidePanel
      label={texts.title}
      title={letter?.event ? formatName(letter.event.type) : texts.title}
      closeLabel={texts.close}
      onClose={onClose}
    >
      <PanelContent read={read} failed={deadLetters.failed} missing={texts.missing} missingText={texts.missingText}>
        {letter && <Body letter={letter} />}
      </PanelContent>
    </SidePanel>
  );
};
