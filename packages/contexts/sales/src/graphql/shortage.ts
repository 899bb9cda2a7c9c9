import { batched, builder, commandPayload, type GraphContext, reads } from '@waybill/graphql';

/** A line of which not all is there, as the stock answered. In pieces. */
interface Shortage {
  readonly lineId: string;
  readonly sku: string;
  readonly requested: number;
  readonly available: number;
}

const ShortageRef = builder.objectRef<Shortage>('Shortage').implement({
  description: 'A line of which not all is there.',
  fields: (t) => ({
    lineId: t.exposeID('lineId'),
    sku: t.exposeString('sku'),
    requested: t.exposeInt('requested'),
    available: t.exposeInt('available', { description: 'What was left when it was asked for.' }),
  }),
});

/** Waiting for goods, or refused because there were too few. */
export const SHORT: ReadonlySet<string> = new Set(['WAITING', 'REJECTED']);

const shortagesOf = batched(async (context: GraphContext, orderIds: readonly string[]) => {
  const rows = await reads(context).reservation.findMany({
    where: { orderId: { in: [...orderIds] }, status: { in: [...SHORT] } },
    orderBy: { lineId: 'asc' },
  });
  const byOrder = new Map<string, Shortage[]>(orderIds.map((id) => [id, []]));
  for (const { orderId, lineId, sku, quantity, available } of rows)
    byOrder.get(orderId)?.push({ lineId, sku, requested: Number(quantity), available: Number(available ?? 0) });
  return byOrder;
});

builder.objectField(commandPayload('Order'), 'shortage', (t) =>
  t.field({
    type: [ShortageRef],
    description:
      'The lines of which not all is there, as far as the stock has answered: ask with `waitFor: CONFIRMED` for all of it.',
    resolve: async ({ aggregateId }, _args, context) =>
      (aggregateId ? await shortagesOf(context, aggregateId) : undefined) ?? [],
  }),
);
