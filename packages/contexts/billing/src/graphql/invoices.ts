import type { Prisma } from '@waybill/db/prisma';
import { AsOf, builder, Direction, everyWord, reads, readsFrom } from '@waybill/graphql';
import { invoices } from '../read-models/invoices.ts';
import { Invoice, InvoiceStatus, invoiceThen } from './invoice.ts';

const InvoiceFilter = builder.inputType('InvoiceFilter', {
  fields: (t) => ({
    status: t.field({ type: [InvoiceStatus] }),
    customerId: t.id(),
    orderId: t.id(),
    issuedFrom: t.field({ type: 'Date' }),
    issuedTo: t.field({ type: 'Date' }),
  }),
});
const InvoiceOrderField = builder.enumType('InvoiceOrderField', {
  values: {
    URGENCY: { value: 'urgency', description: 'Overdue first, then what is due next.' },
    NUMBER: { value: 'number' },
    ISSUE_DATE: { value: 'issueDate' },
    TOTAL: { value: 'total' },
  } as const,
});
const InvoiceOrderBy = builder.inputType('InvoiceOrderBy', {
  fields: (t) => ({
    field: t.field({ type: InvoiceOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

const where = (
  filter: typeof InvoiceFilter.$inferInput | null | undefined,
  search: string | null | undefined,
): Prisma.InvoiceWhereInput => {
  const { status, customerId, orderId, issuedFrom, issuedTo } = filter ?? {};
  return {
    AND: everyWord(search),
    ...(status ? { status: { in: [...status] } } : {}),
    ...(customerId ? { customerId: String(customerId) } : {}),
    ...(orderId ? { orderId: String(orderId) } : {}),
    ...(issuedFrom || issuedTo
      ? {
          issueDate: {
            ...(issuedFrom ? { gte: new Date(issuedFrom) } : {}),
            ...(issuedTo ? { lte: new Date(issuedTo) } : {}),
          },
        }
      : {}),
  };
};

const sorted = (
  orderBy: typeof InvoiceOrderBy.$inferInput | null | undefined,
): Prisma.InvoiceOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'number', direction: 'desc' };
  if (field === 'urgency') return [{ urgency: direction }, { dueDate: direction }, { id: direction }];
  return [{ [field]: direction }, { id: direction }];
};

builder.queryField('invoice', (t) =>
  t.prismaField({
    ...readsFrom(invoices.name),
    type: Invoice,
    nullable: true,
    description: 'An invoice by its id, or by its number; with `asOf`, as it was then.',
    args: { id: t.arg.id(), number: t.arg.string(), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { id, number, asOf }, context) => {
      if (id && asOf) return invoiceThen(String(id), asOf, context);
      if (id) return reads(context).invoice.findUnique({ ...query, where: { id: String(id) } });
      const found = number ? await reads(context).invoice.findFirst({ ...query, where: { number } }) : null;
      return found && asOf ? invoiceThen(found.id, asOf, context) : found;
    },
  }),
);

builder.queryField('invoices', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(invoices.name),
      type: Invoice,
      cursor: 'id',
      args: {
        search: t.arg.string(),
        filter: t.arg({ type: InvoiceFilter }),
        orderBy: t.arg({ type: InvoiceOrderBy }),
      },
      resolve: (query, _root, { filter, search, orderBy }, context) =>
        reads(context).invoice.findMany({ ...query, where: where(filter, search), orderBy: sorted(orderBy) }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).invoice.count({ where: where(filter, search) }),
    },
    { name: 'InvoiceConnection' },
    { name: 'InvoiceEdge' },
  ),
);
