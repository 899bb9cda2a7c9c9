import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Hint } from '../../../components/hint.tsx';
import type { ToldEventFragment } from '../../../graphql/generated/documents.ts';
import { actorName } from '../../../lib/actor-name.ts';
import { cx } from '../../../lib/cx.ts';
import { formatCount, formatExact, formatLag, formatName } from '../../../lib/format.ts';
import { story as texts } from '../../../texts/story.ts';
import { shortStream } from './event-columns.tsx';
import { eventHref } from './event-href.ts';

/** A step to the right for each cause; a story that goes deeper stays readable. */
const step = 20;
const deepest = 12;

type StoryRowProps = {
  event: ToldEventFragment;
  depth: number;
  /** Milliseconds since the story began. */
  after: number;
  selected: boolean;
  onOpen: () => void;
};

export const StoryRow = ({ event, depth, after, selected, onOpen }: StoryRowProps) => {
  const person = event.actor.kind === 'user';
  const indent = Math.min(depth, deepest) * step;
  return (
    <li
      data-row={event.id}
      aria-current={selected ? 'true' : undefined}
      className={cx('flex h-9 items-center gap-3 px-4', selected ? 'bg-selected' : 'hover:bg-sunken')}
    >
      <Hint text={formatExact(event.recordedAt)}>
        <time dateTime={event.recordedAt} className="ident w-16 shrink-0 text-right text-faint">
          {after <= 0 ? texts.start : `+${formatLag(after)}`}
        </time>
      </Hint>
      <span className="relative flex min-w-0 grow items-center gap-2.5" style={{ paddingLeft: indent }}>
        {depth > 0 && (
          <span
            aria-hidden
            className="absolute -top-4.5 h-4.5 w-2.5 translate-y-2.5 rounded-bl-sm border-b border-l border-line-strong"
            style={{ left: indent - step + 5 }}
          />
        )}
        <span aria-hidden className={cx('size-2.5 shrink-0 rounded-full', person ? 'bg-accent' : 'bg-line-strong')} />
        <RowLink href={eventHref(event.id)} onOpen={onOpen}>
          <span className="font-sans text-sm">{formatName(event.type)}</span>
        </RowLink>
        <span className="ident truncate text-faint" title={event.stream}>
          {shortStream(event)}
        </span>
      </span>
      <span className={cx('w-44 shrink-0 truncate max-[900px]:hidden', person ? 'font-medium' : 'text-faint')}>
        {actorName(event.actor)}
      </span>
      <span className="ident w-16 shrink-0 text-right text-faint">{formatCount(event.position)}</span>
    </li>
  );
};
