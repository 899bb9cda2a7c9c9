import {
  AddressRef,
  AvailableActionRef,
  actionsThen,
  addressFrom,
  batched,
  builder,
  commandPayload,
  comparable,
  type GraphContext,
  HistoryEvent,
  type Moment,
  nodeOf,
  oneOf,
  type Past,
  PermissionMissing,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowThen,
  sharedEnum,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { customers } from '../read-models/customers.ts';

const KINDS = ['BUSINESS', 'COUNTER_SALE'] as const;
export const CustomerKind = sharedEnum('CustomerKind', KINDS);
const customerKind = oneOf('CustomerKind', KINDS);

/** Nothing an aggregate would refuse as long as the customer exists. */
const ACTIONS = ['changeCustomerAddress', 'changeCustomerVatId'].map((name) => ({ name, allowed: true, reason: null }));

export const CREDIT_PERMISSION = 'credit:change';
const creditAction = ({ permissions }: Pick<GraphContext, 'permissions'>) => {
  const reason = permissions.has(CREDIT_PERMISSION)
    ? null
    : PermissionMissing({ permission: CREDIT_PERMISSION }).message;
  return { name: 'setCreditLimit', allowed: reason === null, reason };
};

export const Customer = builder.prismaNode('Customer', {
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    kind: t.field({ type: CustomerKind, resolve: (row) => customerKind(row.kind) }),
    name: t.exposeString('name', { nullable: true, description: 'Null once the person is forgotten.' }),
    email: t.exposeString('email', { nullable: true }),
    address: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(row.address) }),
    vatId: t.exposeString('vatId', {
      nullable: true,
      description: 'As documents write it, e.g. `GB123456789`; null where they have none.',
    }),
    country: t.exposeString('country', { nullable: true }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`customer-${row.id}`]),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row, _args, context) => actionsThen(row, [...ACTIONS, creditAction(context)]),
    }),
  }),
});

const customerById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).customer.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

const customerIn = (past: Past, id: string) => rowThen(past, 'Customer', customers, id, [`customer-${id}`]);

/** A customer as they were at a moment; null where they were not registered yet. */
export const customerThen = async (id: string, moment: Moment, context: GraphContext) =>
  customerIn(await pastAt(context, moment, `customer-${id}`), id);

comparable<{ readonly id: string }>(Customer, {
  type: 'Customer',
  query: 'customer',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: ({ id }) => [`customer-${id}`],
});

nodeOf('customer', 'Customer', async (id, context) => (await customerById(context, id)) ?? null);

builder.prismaObjectField('OrderBoard', 'customer', (t) =>
  t.field({
    ...readsFrom(customers.name),
    type: Customer,
    nullable: true,
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      return past ? customerIn(past, order.customerId) : ((await customerById(context, order.customerId)) ?? null);
    },
  }),
);

builder.prismaObjectField('Account', 'customer', (t) =>
  t.field({
    ...readsFrom(customers.name),
    type: Customer,
    nullable: true,
    description: 'Whose account it is; null for one of the house or under a name.',
    resolve: async ({ customerId }, _args, context) =>
      customerId === null ? null : ((await customerById(context, customerId)) ?? null),
  }),
);

builder.objectField(commandPayload('Customer'), 'customer', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, customers.name))
        ? reads(context).customer.findUnique({ where: { id: accepted.aggregateId } })
        : null,
  }),
);
