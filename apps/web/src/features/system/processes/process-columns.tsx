import type { Column } from '../../../components/data-table/column.ts';
import { RowLink } from '../../../components/data-table/row-link.tsx';
import { Pill } from '../../../components/pill.tsx';
import { Time } from '../../../components/time.tsx';
import type { ProcessInstancesQuery } from '../../../graphql/generated/documents.ts';
import { processes as texts } from '../../../texts/processes.ts';
import { processLook } from './process-look.ts';

type Instance = ProcessInstancesQuery['processInstances']['nodes'][number];
/** Its id is the name of the process with that of the instance: that is how the API finds it. */
export type ProcessRow = Omit<Instance, 'id'> & { id: string };

export const processId = ({ process, instance }: { process: string; instance: string }): string =>
  `${process}:${instance}`;

export const processHref = ({ id }: { id: string }): string => `/system/processes?instance=${encodeURIComponent(id)}`;

const Waits = ({ waits }: { waits: Instance['waits'] }) => {
  const [first, ...others] = waits;
  if (!first) return <span className="text-faint">{texts.nothing}</span>;
  return (
    <>
      {first.for}
      {others.length > 0 && <span className="ml-2 text-faint">{texts.more(others.length)}</span>}
    </>
  );
};

export const processColumns = (onOpen: (row: ProcessRow) => void): Column<ProcessRow>[] => [
  {
    id: 'instance',
    header: texts.instance,
    width: '128px',
    fixed: true,
    cell: (row) => (
      <RowLink href={processHref(row)} onOpen={() => onOpen(row)}>
        <span title={row.instance}>{row.instance.length > 12 ? `${row.instance.slice(0, 8)}…` : row.instance}</span>
      </RowLink>
    ),
  },
  {
    id: 'process',
    header: texts.process,
    width: '170px',
    cell: (row) => <span className="ident text-soft">{row.process}</span>,
  },
  {
    id: 'state',
    header: texts.state,
    width: '148px',
    cell: (row) => <Pill {...processLook(row.status)} label={texts.state} />,
  },
  { id: 'waits', header: texts.waitsFor, cell: (row) => <Waits waits={row.waits} /> },
  {
    id: 'due',
    header: texts.due,
    width: '112px',
    cell: (row) =>
      row.waits[0] && (
        <span className={row.waits[0].lateAt ? 'text-red' : 'text-soft'}>
          <Time at={row.waits[0].dueAt} />
        </span>
      ),
  },
  {
    id: 'updated',
    header: texts.updated,
    width: '112px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.updatedAt} />
      </span>
    ),
  },
];
