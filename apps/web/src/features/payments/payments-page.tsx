'use client';

import { HandCoins } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { UnallocatedPaymentsDocument } from '../../graphql/generated/documents.ts';
import { formatConstant } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { common } from '../../texts/common.ts';
import { payments as texts } from '../../texts/payments.ts';
import { SettleDialog, type Settling, type Waiting } from './settle-dialog.tsx';

const ACTIONS = ['matchPayment', 'keepPaymentAsCredit', 'refundUnallocatedPayment'] as const;

const columnsFor = (settle: (row: Waiting, action: Settling) => void): Column<Waiting>[] => [
  {
    id: 'reference',
    header: texts.reference,
    width: '220px',
    fixed: true,
    cell: (row) => <span className="ident font-medium">{row.reference}</span>,
  },
  {
    id: 'arrived',
    header: texts.arrived,
    width: '120px',
    cell: (row) => (
      <span className="text-soft">
        <Time at={row.recordedAt} />
      </span>
    ),
  },
  { id: 'channel', header: texts.channel, width: '120px', cell: (row) => formatConstant(row.channel) },
  {
    id: 'named',
    header: texts.named,
    cell: (row) =>
      row.orderId ? (
        <Link href={`/orders/${row.orderId}`} className="rounded-sm text-accent-text hover:underline">
          {row.orderReference ?? texts.openOrder}
        </Link>
      ) : (
        (row.orderReference ?? common.none)
      ),
  },
  {
    id: 'reason',
    header: texts.reason,
    width: '210px',
    cell: (row) => <Pill tone="amber" word={texts.reasons[row.reason]} />,
  },
  {
    id: 'amount',
    header: texts.amount,
    width: '140px',
    align: 'right',
    cell: (row) => <Money value={row.amount} className="font-medium" />,
  },
  {
    id: 'actions',
    header: texts.actionsHeader,
    width: '300px',
    fixed: true,
    cell: (row) => (
      <span className="flex gap-1">
        {ACTIONS.filter((name) => row.availableActions.some((one) => one.name === name && one.allowed)).map((name) => (
          <Button key={name} size="sm" look="quiet" onClick={() => settle(row, name)}>
            {texts.actions[name].action}
          </Button>
        ))}
      </span>
    ),
  },
];

export const PaymentsPage = () => {
  const [settling, setSettling] = useState<{ row: Waiting; action: Settling } | null>(null);
  const columns = useMemo(() => columnsFor((row, action) => setSettling({ row, action })), []);
  const { data, failure, retry } = useLive(UnallocatedPaymentsDocument, {}, topics.payments);
  return (
    <Page title={texts.title} about={texts.about}>
      {failure && !data ? (
        <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />
      ) : (
        <DataTable
          label={texts.title}
          columns={columns}
          rows={data?.unallocatedPayments}
          traces
          empty={<EmptyState icon={HandCoins} {...texts.empty} />}
        />
      )}
      {settling && <SettleDialog {...settling} onClose={() => setSettling(null)} />}
    </Page>
  );
};
