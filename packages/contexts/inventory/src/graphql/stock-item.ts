import {
  ActorRef,
  AvailableActionRef,
  actionsThen,
  builder,
  commandPayload,
  comparable,
  type GraphContext,
  HistoryEvent,
  jsonColumn,
  type Moment,
  nodeOf,
  oneOf,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowsThen,
  rowThen,
  sharedEnum,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import type { Movement } from '../read-models/movement.ts';
import { reservations } from '../read-models/reservations.ts';
import { stockItems } from '../read-models/stock-items.ts';
import { STOCK_STATUSES } from '../read-models/stock-status.ts';
import { Reservation } from './reservation.ts';

export const StockStatus = sharedEnum('StockStatus', STOCK_STATUSES);
const stockStatus = oneOf('StockStatus', STOCK_STATUSES);

const streamOf = (id: string): string => `stockItem-${id}`;
const MAX_RESERVATIONS = 100;
const OPEN = ['RESERVED', 'FIRM', 'WAITING'];

const MovementRef = builder.objectRef<Movement>('StockMovement').implement({
  description: 'Something that happened to a stock item. Quantities are pieces.',
  fields: (t) => ({
    id: t.exposeID('eventId'),
    type: t.exposeString('type', { description: "The event's type, e.g. StockReceived." }),
    pieces: t.exposeInt('pieces', { description: 'How many it is about; signed where the shelf was counted.' }),
    onHand: t.exposeInt('onHand', { description: 'After it.' }),
    reserved: t.exposeInt('reserved', { description: 'After it.' }),
    orderId: t.exposeID('orderId', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    actor: t.expose('actor', { type: ActorRef }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
  }),
});

/** All of them are possible at any time; what cannot be taken off is refused with the figures. */
const actions = ['receiveStock', 'adjustStock', 'returnStock'].map((name) => ({ name, allowed: true, reason: null }));

export const StockItem = builder.prismaNode('StockItem', {
  id: { field: 'id', description: 'SKU@WAREHOUSE.' },
  description: 'One SKU in one warehouse. Quantities are pieces.',
  fields: (t) => ({
    sku: t.exposeString('sku'),
    warehouse: t.exposeString('warehouse'),
    status: t.field({ type: StockStatus, resolve: ({ status }) => stockStatus(status) }),
    counted: t.exposeBoolean('counted', {
      description: 'False: nobody ever said how much there is, and reservations are granted without it.',
    }),
    onHand: t.int({ resolve: ({ onHand }) => Number(onHand) }),
    reserved: t.int({ description: 'Of what is on hand.', resolve: ({ reserved }) => Number(reserved) }),
    available: t.int({
      description: 'What a new reservation could have: 0 while somebody waits.',
      resolve: ({ available }) => Number(available),
    }),
    backordered: t.int({
      description: 'What those who wait want, together.',
      resolve: ({ backordered }) => Number(backordered),
    }),
    missing: t.int({
      description: 'Left the house though the books did not have it, since the last count.',
      resolve: ({ missing }) => Number(missing),
    }),
    movements: t.field({
      type: [MovementRef],
      description: 'The last ones, newest first; `history` has them all.',
      resolve: ({ movements }) => jsonColumn<Movement[]>(movements),
    }),
    reservations: t.field({
      ...readsFrom(reservations.name),
      type: [Reservation],
      description: 'Those that are open, oldest first.',
      args: { first: t.arg.int({ defaultValue: 20 }) },
      resolve: async (item, { first }, context) => {
        const limit = Math.min(Math.max(first ?? 20, 1), MAX_RESERVATIONS);
        const past = pastOf(item);
        if (past) {
          const then = await rowsThen(past, 'Reservation', reservations, [streamOf(item.id)]);
          return [...then.values()].filter(({ status }) => OPEN.includes(status)).slice(0, limit);
        }
        return reads(context).reservation.findMany({
          where: { stockId: item.id, status: { in: OPEN } },
          orderBy: [{ reservedAt: 'asc' }, { reservationId: 'asc' }],
          take: limit,
        });
      },
    }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [streamOf(row.id)]),
    }),
    availableActions: t.field({ type: [AvailableActionRef], resolve: (row) => actionsThen(row, actions) }),
  }),
});

/** A stock item as it was at a moment; null where nothing had happened to it yet. */
export const stockItemThen = async (id: string, moment: Moment, context: GraphContext) =>
  rowThen(await pastAt(context, moment, streamOf(id)), 'StockItem', stockItems, id, [streamOf(id)]);

comparable<{ readonly id: string }>(StockItem, {
  type: 'StockItem',
  query: 'stockItem',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: ({ id }) => [streamOf(id)],
});

nodeOf('stockItem', 'StockItem', (id, context) => reads(context).stockItem.findUnique({ where: { id } }));

builder.objectField(commandPayload('StockItem'), 'stockItem', (t) =>
  t.field({
    type: StockItem,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, stockItems.name))
        ? reads(context).stockItem.findUnique({ where: { id: accepted.aggregateId } })
        : null,
  }),
);
