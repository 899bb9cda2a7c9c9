'use client';

import { ArrowLeftRight, Landmark, Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { ListFoot } from '../../components/data-table/list-foot.tsx';
import { RowLink } from '../../components/data-table/row-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { FreshRows } from '../../components/fresh-rows.tsx';
import { Money } from '../../components/money.tsx';
import { Page } from '../../components/page.tsx';
import { Beside } from '../../components/side-panel.tsx';
import {
  AccountByIdDocument,
  type AccountKind,
  type AccountRowFragment,
  AccountsDocument,
} from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { askOnce } from '../../live/query-store.ts';
import { topics } from '../../live/topics.ts';
import { usePagedList } from '../../live/use-paged-list.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { accounts as texts } from '../../texts/accounts.ts';
import { accountName } from './account-name.ts';
import { AccountPanel } from './account-panel.tsx';
import { Books } from './books.tsx';
import { MoveMoneyDialog } from './move-money-dialog.tsx';
import { OpenAccountDialog } from './open-account-dialog.tsx';
import { TransfersPanel } from './transfers-panel.tsx';

const hrefOf = ({ id }: AccountRowFragment) => `/accounts?account=${encodeURIComponent(id)}`;

const columnsWith = (show: (id: string) => void): Column<AccountRowFragment>[] => [
  {
    id: 'owner',
    header: texts.owner,
    width: '240px',
    fixed: true,
    cell: (row) => (
      <RowLink href={hrefOf(row)} onOpen={() => show(row.id)}>
        {accountName(row)}
      </RowLink>
    ),
  },
  { id: 'kind', header: texts.kind, cell: (row) => <span className="text-soft">{texts.kinds[row.kind]}</span> },
  {
    id: 'status',
    header: texts.status,
    width: '100px',
    cell: (row) => <span className="text-soft">{row.status === 'OPEN' ? texts.open : texts.closed}</span>,
  },
  {
    id: 'entries',
    header: texts.entryCount,
    width: '90px',
    align: 'right',
    cell: (row) => formatCount(row.entryCount),
  },
  {
    id: 'balance',
    header: texts.balance,
    width: '150px',
    align: 'right',
    cell: (row) => <Money value={row.balance} className="font-medium" />,
  },
];

type Choice = 'ALL' | 'SYSTEM' | 'CUSTOMER' | 'HOUSE';
const kinds: Record<Choice, AccountKind[] | null> = {
  ALL: null,
  SYSTEM: ['WORLD', 'REVENUE', 'TAX', 'BAD_DEBT', 'SUSPENSE'],
  CUSTOMER: ['CUSTOMER'],
  HOUSE: ['HOUSE'],
};
const choiceOf = (text: string): Choice =>
  text === 'SYSTEM' || text === 'CUSTOMER' || text === 'HOUSE' ? text : 'ALL';

export const AccountsPage = () => {
  const { client } = useWaybill();
  const [get, set] = useUrlState();
  const [dialog, setDialog] = useState<'move' | 'open' | null>(null);
  const choice = choiceOf(get('kind'));
  const shown = get('account');
  const readRow = useCallback(
    async (id: string) => (await askOnce(client, AccountByIdDocument, { id })).data?.account ?? null,
    [client],
  );
  const list = usePagedList({
    document: AccountsDocument,
    variables: { filter: kinds[choice] === null ? null : { kind: kinds[choice] } },
    page: (data) => data.accounts,
    readRow,
    topics: topics.accounts,
  });
  const show = (account: string) => set({ account });
  return (
    <Page
      title={texts.title}
      about={texts.about}
      action={
        <>
          <Button icon={Plus} onClick={() => setDialog('open')}>
            {texts.openOne}
          </Button>
          <Button look="primary" icon={ArrowLeftRight} onClick={() => setDialog('move')}>
            {texts.move}
          </Button>
        </>
      }
      filters={
        <FilterChips<Choice>
          label={texts.filters}
          chips={[
            { key: 'ALL', label: texts.all, count: undefined },
            { key: 'SYSTEM', label: texts.house, count: undefined },
            { key: 'CUSTOMER', label: texts.customers, count: undefined },
            { key: 'HOUSE', label: texts.byHand, count: undefined },
          ]}
          chosen={choice}
          onChoose={(next) => set({ kind: next === 'ALL' ? '' : next })}
        />
      }
    >
      <Books />
      <Beside panel={shown && <AccountPanel key={shown} id={shown} onClose={() => show('')} />}>
        <FreshRows count={list.fresh} word={texts.fresh} onShow={() => void list.reload()} />
        {list.failure && !list.rows ? (
          <ErrorState title={texts.failed} detail={list.failure.message} onRetry={list.reload} />
        ) : (
          <DataTable
            label={texts.title}
            columns={columnsWith(show)}
            rows={list.rows}
            href={hrefOf}
            onOpen={({ id }) => show(id)}
            selected={shown || undefined}
            traces={!shown}
            empty={<EmptyState icon={Landmark} {...texts.empty} />}
            foot={<ListFoot count={list.rows?.length} hasMore={list.hasMore} onMore={list.loadMore} />}
          />
        )}
        <TransfersPanel />
      </Beside>
      {dialog === 'move' && <MoveMoneyDialog from={shown} onClose={() => setDialog(null)} />}
      {dialog === 'open' && <OpenAccountDialog onClose={() => setDialog(null)} />}
    </Page>
  );
};
