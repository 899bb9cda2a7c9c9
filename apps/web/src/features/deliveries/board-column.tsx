import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { type Tone, ToneShape } from '../../components/tone-shape.tsx';
import {
  DeliveryColumnDocument,
  type DeliveryOrderBy,
  type DeliveryStatus,
} from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { deliveryStates } from '../../lib/states.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { DeliveryCard } from './delivery-card.tsx';

const hue: Record<Tone, string> = {
  grey: 'text-grey',
  blue: 'text-blue',
  amber: 'text-amber',
  green: 'text-green',
  red: 'text-red',
  violet: 'text-violet',
};

const latestFirst: readonly DeliveryStatus[] = ['DISPATCHED', 'DELIVERED', 'RETURNED', 'CANCELLED'];

/** What needs work longest comes first; what is done shows the latest. */
const orderOf = (status: DeliveryStatus): DeliveryOrderBy => ({
  field: 'NUMBER',
  direction: latestFirst.includes(status) ? 'DESC' : 'ASC',
});

export const BoardColumn = ({ status, search }: { status: DeliveryStatus; search: string }) => {
  const variables = { status, search: search || null, orderBy: orderOf(status) };
  const { data, failure, retry } = useLive(DeliveryColumnDocument, variables, topics.deliveries);
  const column = data?.deliveries;
  const { tone } = deliveryStates[status];
  const rest = column ? column.totalCount - column.nodes.length : 0;
  return (
    <section aria-label={deliveries.columns[status]} className="min-w-0">
      <h2 className="flex h-8 items-center gap-2 px-1 font-medium">
        <span className={hue[tone]}>
          <ToneShape tone={tone} />
        </span>
        {deliveries.columns[status]}
        <span className="tabular ml-auto text-xs font-normal text-faint">
          {column && formatCount(column.totalCount)}
        </span>
      </h2>
      <div className="mt-1 grid gap-2">
        {!column && failure && <ErrorState title={deliveries.failed} detail={failure.message} onRetry={retry} />}
        {!column && !failure && [0, 1, 2].map((index) => <Skeleton key={index} className="h-28 rounded-lg" />)}
        {column?.nodes.map((delivery) => (
          <DeliveryCard key={delivery.id} delivery={delivery} />
        ))}
        {column?.nodes.length === 0 && (
          <p className="rounded-lg border border-dashed border-line-strong px-3 py-6 text-center text-xs text-faint">
            {deliveries.emptyColumn[status]}
          </p>
        )}
        {rest > 0 && <p className="px-1 text-xs text-faint">{deliveries.more(formatCount(rest))}</p>}
      </div>
    </section>
  );
};
