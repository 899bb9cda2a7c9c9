import { Panel } from '../../../components/panel.tsx';
import { Pill } from '../../../components/pill.tsx';
import type { ProcessesQuery } from '../../../graphql/generated/documents.ts';
import { formatCount, formatLag } from '../../../lib/format.ts';
import { processes as texts } from '../../../texts/processes.ts';

const waitsText = (waits: ProcessesQuery['processes'][number]['waits']): string =>
  waits.length === 0
    ? texts.noWaits
    : texts.canWait(waits.map((wait) => texts.upTo(wait.for, formatLag(wait.deadlineSeconds * 1000))).join(', '));

/** Each process, how its instances are, and what they can wait for. */
export const ProcessOverview = ({
  processes,
  chosen,
  onChoose,
}: {
  processes: ProcessesQuery['processes'];
  chosen: string;
  onChoose: (name: string) => void;
}) => (
  <Panel title={texts.overview} flush>
    <ul className="divide-y divide-line">
      {processes.map(({ name, waiting, late, troubled, waits }) => (
        <li key={name} className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
          <button
            type="button"
            aria-pressed={chosen === name}
            title={chosen === name ? texts.everyProcess : texts.onlyProcess(name)}
            onClick={() => onChoose(chosen === name ? '' : name)}
            className="ident w-44 truncate rounded-sm text-left font-medium hover:text-accent-text aria-pressed:text-accent-text"
          >
            {name}
          </button>
          <span className="flex w-64 flex-wrap gap-1.5">
            <Pill tone="grey" word={`${formatCount(waiting)} ${texts.states.WAITING.toLowerCase()}`} />
            {late > 0 && <Pill tone="red" word={`${formatCount(late)} ${texts.states.LATE.toLowerCase()}`} />}
            {troubled > 0 && (
              <Pill tone="amber" word={`${formatCount(troubled)} ${texts.states.TROUBLED.toLowerCase()}`} />
            )}
          </span>
          <span className="min-w-0 flex-1 text-faint">{waitsText(waits)}</span>
        </li>
      ))}
    </ul>
  </Panel>
);
