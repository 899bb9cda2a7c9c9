import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import type { ProcessInstanceDetailQuery } from '../../../graphql/generated/documents.ts';
import { formatExact, formatName } from '../../../lib/format.ts';
import { processes } from '../../../texts/processes.ts';

const texts = processes.panel;
type Instance = NonNullable<ProcessInstanceDetailQuery['processInstance']>;

export const Waits = ({ waits }: Pick<Instance, 'waits'>) =>
  waits.length === 0 ? (
    <p className="text-faint">{texts.noWaits}</p>
  ) : (
    <ul className="grid gap-2">
      {waits.map(({ name, for: what, since, dueAt, lateAt }) => (
        <li key={name} className="flex items-start justify-between gap-3">
          <span className="min-w-0">
            {what}
            <span className="block text-xs text-faint">
              {texts.since} <Time at={since} />
            </span>
          </span>
          {lateAt ? (
            <Pill tone="red" word={texts.late(formatExact(lateAt))} />
          ) : (
            <span className="shrink-0 text-soft">
              {processes.due} <Time at={dueAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );

export const RefusedCommands = ({ refused }: Pick<Instance, 'refused'>) => (
  <ul className="grid gap-2">
    {refused.map(({ id, type, code, reason, at, attempt }) => (
      <li key={id} className="rounded-md bg-amber-soft px-3 py-2 text-amber">
        <span className="font-medium">{formatName(type)}</span> <span className="ident">{code}</span>
        <span className="block">{reason}</span>
        <span className="text-xs">
          {formatExact(at)}, {texts.tried(attempt)}
        </span>
      </li>
    ))}
  </ul>
);

export const UnderWay = ({ commands }: Pick<Instance, 'commands'>) => (
  <ul className="grid gap-2">
    {commands.map(({ id, type, stream, attempts, setAside, lastError }) => (
      <li key={id}>
        <span className="flex items-center gap-2">
          <span className="font-medium">{formatName(type)}</span>
          {setAside && <Pill tone="amber" word={texts.setAside} />}
          <span className="ml-auto text-xs text-faint">{texts.tried(attempts)}</span>
        </span>
        <span className="ident block truncate text-faint" title={stream}>
          {stream}
        </span>
        {lastError && <span className="block break-words text-red">{lastError}</span>}
      </li>
    ))}
  </ul>
);
