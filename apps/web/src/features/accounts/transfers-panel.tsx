'use client';

import { ArrowLeftRight } from 'lucide-react';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { MoneyTransfersDocument, type TransferRowFragment } from '../../graphql/generated/documents.ts';
import { transferStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { accounts as texts } from '../../texts/accounts.ts';
import { partyName } from './account-name.ts';

const columns: Column<TransferRowFragment>[] = [
  {
    id: 'created',
    header: texts.created,
    width: '110px',
    fixed: true,
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.createdAt} />
      </span>
    ),
  },
  { id: 'text', header: texts.text, cell: (row) => row.text },
  { id: 'from', header: texts.from, width: '170px', cell: (row) => partyName(row.from, row.fromAccountId) },
  { id: 'to', header: texts.to, width: '170px', cell: (row) => partyName(row.to, row.toAccountId) },
  {
    id: 'status',
    header: texts.status,
    width: '260px',
    cell: (row) => (
      <>
        <Pill {...transferStates[row.status]} />
        {row.reason && <span className="ml-2 text-xs text-faint">{texts.reasons[row.reason]}</span>}
      </>
    ),
  },
  {
    id: 'amount',
    header: texts.amount,
    width: '120px',
    align: 'right',
    cell: (row) => <Money value={row.amount} className="font-medium" />,
  },
];

/** What is under way first, then what has ended. */
export const TransfersPanel = () => {
  const { data, failure, retry } = useLive(MoneyTransfersDocument, {}, topics.accounts);
  return (
    <Panel title={texts.transfers} flush className="mt-4">
      {failure && !data ? (
        <ErrorState title={texts.transfersFailed} detail={failure.message} onRetry={retry} />
      ) : (
        <DataTable
          label={texts.transfers}
          columns={columns}
          rows={data && [...data.underWay, ...data.ended]}
          empty={<EmptyState icon={ArrowLeftRight} {...texts.noTransfers} />}
        />
      )}
    </Panel>
  );
};
