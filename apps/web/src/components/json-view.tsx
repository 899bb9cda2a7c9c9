import { Fragment, type ReactNode } from 'react';

const indent = '  ';

const Scalar = ({ value }: { value: unknown }) =>
  value === null ? (
    <span className="text-faint">null</span>
  ) : typeof value === 'string' ? (
    <span className="text-text">“{value}”</span>
  ) : (
    <span className="text-accent-text">{String(value)}</span>
  );

const lines = (entries: [key: string | null, value: unknown][], depth: number): ReactNode =>
  entries.map(([key, value], index) => (
    // The shape of one recorded value never changes: the place is the identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {'\n'}
      {indent.repeat(depth)}
      {key !== null && <span className="text-soft">{key}: </span>}
      <Node value={value} depth={depth} />
    </Fragment>
  ));

const Node = ({ value, depth }: { value: unknown; depth: number }): ReactNode => {
  if (typeof value !== 'object' || value === null) return <Scalar value={value} />;
  const list = Array.isArray(value);
  const entries: [string | null, unknown][] = list ? value.map((one) => [null, one]) : Object.entries(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return <span className="text-faint">{open + close}</span>;
  return (
    <>
      <span className="text-faint">{open}</span>
      {lines(entries, depth + 1)}
      {'\n'}
      {indent.repeat(depth)}
      <span className="text-faint">{close}</span>
    </>
  );
};

/** A recorded value as it is, one field a line. */
export const JsonView = ({ value, label }: { value: unknown; label: string }) => (
  <pre
    // What scrolls must be reachable by keyboard.
    {...{ tabIndex: 0, role: 'group', 'aria-label': label }}
    className="ident overflow-x-auto rounded-md bg-sunken px-3 py-2.5 break-words whitespace-pre-wrap"
  >
    <Node value={value} depth={0} />
  </pre>
);
