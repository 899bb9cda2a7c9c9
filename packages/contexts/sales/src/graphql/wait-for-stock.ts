import { type Accepted, type Afterwards, type GraphContext, jsonColumn, reads, sharedEnum } from '@waybill/graphql';
import { perTick } from '@waybill/kernel';
import { SHORT } from './shortage.ts';

const WaitFor = sharedEnum('WaitFor', ['PLACED', 'CONFIRMED']);
/** Milliseconds. */
const PATIENCE = 3_000;
const MOST_PATIENCE = 10_000;
/** Between two looks (ms). */
const PAUSE = 50;

/** An order as far as its stock goes. */
interface Answer {
  /** The stock has answered for every line, or nothing more is to be expected. */
  readonly isKnown: boolean;
  readonly version: number;
  readonly position: number;
}

type Reads = Pick<GraphContext, 'reads'>;
const lookUp = async (context: Reads, ids: readonly string[]): Promise<(Answer | undefined)[]> => {
  const some = { in: [...new Set(ids)] };
  const [orders, answers] = await Promise.all([
    reads(context).order.findMany({ where: { id: some } }),
    reads(context).reservation.findMany({ where: { orderId: some }, select: { orderId: true, status: true } }),
  ]);
  const byId = new Map(
    orders.map(({ id, status, lines, version, updatedPosition }) => {
      const mine = answers.filter(({ orderId }) => orderId === id);
      const goods = jsonColumn<{ kind: string }[]>(lines).filter(({ kind }) => kind === 'GOODS').length;
      const isShort = mine.length >= goods && mine.some((answer) => SHORT.has(answer.status));
      const isKnown = isShort || (status !== 'DRAFT' && status !== 'PLACED');
      return [id, { isKnown, version: Number(version), position: Number(updatedPosition) }];
    }),
  );
  return ids.map((id) => byId.get(id));
};

/** One look for all who wait in this process. */
const looks = new WeakMap<GraphContext['reads'], (id: string) => Promise<Answer | undefined>>();
const look = ({ reads: client }: Reads, id: string): Promise<Answer | undefined> => {
  const known = looks.get(client) ?? perTick((ids: readonly string[]) => lookUp({ reads: client }, ids));
  looks.set(client, known);
  return known(id);
};

const untilKnown = async (accepted: Accepted, context: GraphContext, patience: number): Promise<Accepted> => {
  const until = performance.now() + patience;
  for (;;) {
    const answer = await look(context, accepted.aggregateId);
    if (answer?.isKnown)
      return {
        ...accepted,
        version: Math.max(accepted.version, answer.version),
        position: Math.max(accepted.position ?? 0, answer.position),
      };
    if (performance.now() >= until || context.stopping.aborted) return accepted;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
};

/** `waitFor: CONFIRMED`: answers once the order is confirmed or cancelled, or short of stock; after a while in any case. */
export const waitForStock: Afterwards = {
  args: (t) => ({
    waitFor: t.arg({
      type: WaitFor,
      defaultValue: 'PLACED',
      description:
        'CONFIRMED: answers once the order is confirmed, cancelled or short of stock, or once `waitAtMost` is over; its status and `shortage` say which.',
    }),
    waitAtMost: t.arg.int({
      defaultValue: PATIENCE,
      description: `Milliseconds, up to ${MOST_PATIENCE}; what was placed stays placed.`,
    }),
  }),
  wait: (accepted, { waitFor, waitAtMost }, context) =>
    waitFor === 'CONFIRMED'
      ? untilKnown(accepted, context, Math.min(typeof waitAtMost === 'number' ? waitAtMost : PATIENCE, MOST_PATIENCE))
      : Promise.resolve(accepted),
};
