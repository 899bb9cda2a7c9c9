import type { Prisma } from '@waybill/db/prisma';
import { AsOf, builder, Direction, everyWord, type GraphContext, onlyNow, reads, readsFrom } from '@waybill/graphql';
import { endOfLocalDay, startOfLocalDay } from '@waybill/kernel';
import { isInView, ORDER_VIEWS, type OrderViewName } from '../read-models/order-views.ts';
import { companyZone } from './company-day.ts';
import { ORDER_BOARD, Order, orderThen } from './order.ts';
import {
  OrderDeliveryStatus,
  OrderInvoiceStatus,
  OrderReturnStatus,
  OrderStatus,
  PaymentStatus,
} from './order-states.ts';
import { inView, OrderView } from './order-view.ts';

const OrderFilter = builder.inputType('OrderFilter', {
  fields: (t) => ({
    view: t.field({ type: OrderView }),
    status: t.field({ type: [OrderStatus] }),
    paymentStatus: t.field({ type: [PaymentStatus] }),
    invoiceStatus: t.field({ type: [OrderInvoiceStatus] }),
    deliveryStatus: t.field({ type: [OrderDeliveryStatus] }),
    returnStatus: t.field({ type: [OrderReturnStatus] }),
    customerId: t.id(),
    country: t.string(),
    channel: t.string(),
    number: t.string(),
    placedFrom: t.field({ type: 'Date', description: "Placed on or after this day of the company's calendar." }),
    placedTo: t.field({ type: 'Date', description: 'Placed on or before this day.' }),
  }),
});

const OrderOrderField = builder.enumType('OrderOrderField', {
  values: {
    PLACED_AT: { value: 'listedAt', description: 'When it was placed, or drafted while it is a draft.' },
    UPDATED_AT: { value: 'updatedAt' },
    NUMBER: { value: 'number' },
    TOTAL: { value: 'total' },
    CUSTOMER_NAME: { value: 'customerName' },
  } as const,
});

const OrderOrderBy = builder.inputType('OrderOrderBy', {
  fields: (t) => ({
    field: t.field({ type: OrderOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

type Filter = typeof OrderFilter.$inferInput;

/** Placed on days of the company's calendar. */
const placedWithin = async (
  context: GraphContext,
  { placedFrom, placedTo }: Filter,
): Promise<Prisma.OrderBoardWhereInput> => {
  if (!placedFrom && !placedTo) return {};
  const zone = await companyZone(context);
  return {
    placedAt: {
      ...(placedFrom ? { gte: startOfLocalDay(placedFrom, zone) } : {}),
      ...(placedTo ? { lt: endOfLocalDay(placedTo, zone) } : {}),
    },
  };
};

/** The rows a filter and a search leave; `view` apart, so that its chips can be counted. */
const matching = async (
  context: GraphContext,
  filter: Filter | null | undefined,
  search: string | null | undefined,
): Promise<Prisma.OrderBoardWhereInput> => {
  const { status, paymentStatus, invoiceStatus, deliveryStatus, customerId, country, channel, number } = filter ?? {};
  const { returnStatus } = filter ?? {};
  return {
    AND: everyWord(search),
    ...(status ? { orderStatus: { in: [...status] } } : {}),
    ...(paymentStatus ? { paymentStatus: { in: [...paymentStatus] } } : {}),
    ...(invoiceStatus ? { invoiceStatus: { in: [...invoiceStatus] } } : {}),
    ...(deliveryStatus ? { deliveryStatus: { in: [...deliveryStatus] } } : {}),
    ...(returnStatus ? { returnStatus: { in: [...returnStatus] } } : {}),
    ...(customerId ? { customerId: String(customerId) } : {}),
    ...(country ? { country } : {}),
    ...(channel ? { channel } : {}),
    ...(number ? { number } : {}),
    ...(await placedWithin(context, filter ?? {})),
  };
};

const where = async (
  context: GraphContext,
  filter: Filter | null | undefined,
  search: string | null | undefined,
): Promise<Prisma.OrderBoardWhereInput> => ({
  ...(await matching(context, filter, search)),
  ...(filter?.view && filter.view !== 'ALL' ? inView(filter.view) : {}),
});

/** Newest first, unless asked otherwise; the id settles ties, so that a page is the same every time. */
const sorted = (
  orderBy: typeof OrderOrderBy.$inferInput | null | undefined,
): Prisma.OrderBoardOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'listedAt', direction: 'desc' };
  return [
    field === 'customerName' ? { customerName: { sort: direction, nulls: 'last' } } : { [field]: direction },
    { id: direction },
  ];
};

builder.queryField('order', (t) =>
  t.prismaField({
    ...readsFrom(ORDER_BOARD),
    type: Order,
    nullable: true,
    description: 'An order by its id, or by its readable number; with `asOf`, as it was then.',
    args: { id: t.arg.id(), number: t.arg.string(), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { id, number, asOf }, context) => {
      const found = id
        ? await reads(context).orderBoard.findUnique({ ...query, where: { id: String(id) } })
        : number && (await reads(context).orderBoard.findFirst({ ...query, where: { number } }));
      return (found && asOf ? orderThen(found, asOf, context) : found) || null;
    },
  }),
);

builder.queryField('orders', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(ORDER_BOARD),
      type: Order,
      cursor: 'id',
      args: { search: t.arg.string(), filter: t.arg({ type: OrderFilter }), orderBy: t.arg({ type: OrderOrderBy }) },
      resolve: async (query, _root, { filter, search, orderBy }, context) =>
        reads(context).orderBoard.findMany({
          ...query,
          where: await where(context, filter, search),
          orderBy: sorted(orderBy),
        }),
      totalCount: async (_root, { filter, search }, context) =>
        reads(context).orderBoard.count({ where: await where(context, filter, search) }),
    },
    { name: 'OrderConnection' },
    { name: 'OrderEdge' },
  ),
);

builder.prismaObjectField('Customer', 'orders', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(ORDER_BOARD),
      type: Order,
      cursor: 'id',
      args: { search: t.arg.string(), filter: t.arg({ type: OrderFilter }), orderBy: t.arg({ type: OrderOrderBy }) },
      resolve: async (query, customer, { filter, search, orderBy }, context) => {
        onlyNow(customer, "A customer's orders");
        return reads(context).orderBoard.findMany({
          ...query,
          where: { ...(await where(context, filter, search)), customerId: customer.id },
          orderBy: sorted(orderBy),
        });
      },
      totalCount: async (customer, { filter, search }, context) => {
        onlyNow(customer, "A customer's orders");
        const found = await where(context, filter, search);
        return reads(context).orderBoard.count({ where: { ...found, customerId: customer.id } });
      },
    },
    { name: 'CustomerOrdersConnection' },
    { name: 'CustomerOrdersEdge' },
  ),
);

const OrderFacet = builder.objectRef<{ view: OrderViewName; count: number }>('OrderFacet').implement({
  fields: (t) => ({ view: t.expose('view', { type: OrderView }), count: t.exposeInt('count') }),
});

builder.queryField('orderFacets', (t) =>
  t.field({
    ...readsFrom(ORDER_BOARD),
    type: [OrderFacet],
    description: 'How many orders each view holds, for the same search and filter.',
    args: { search: t.arg.string(), filter: t.arg({ type: OrderFilter }) },
    resolve: async (_root, { filter, search }, context) => {
      const groups = await reads(context).orderBoard.groupBy({
        by: ['orderStatus', 'paymentStatus', 'deliveryStatus'],
        where: await matching(context, filter, search),
        _count: { _all: true },
      });
      const countIn = (view: OrderViewName) =>
        groups.filter((group) => isInView(view, group)).reduce((sum, group) => sum + group._count._all, 0);
      return ORDER_VIEWS.map((view) => ({ view, count: countIn(view) }));
    },
  }),
);
