import { AsOf, builder, everyWord, reads, readsFrom } from '@waybill/graphql';
import { creditNotes } from '../read-models/credit-notes.ts';
import { CreditNote, creditNoteThen } from './credit-note.ts';

const CreditNoteFilter = builder.inputType('CreditNoteFilter', {
  fields: (t) => ({ customerId: t.id(), orderId: t.id(), invoiceId: t.id() }),
});

const where = (filter: typeof CreditNoteFilter.$inferInput | null | undefined, search: string | null | undefined) => {
  const { customerId, orderId, invoiceId } = filter ?? {};
  return {
    AND: everyWord(search),
    ...(customerId ? { customerId: String(customerId) } : {}),
    ...(orderId ? { orderId: String(orderId) } : {}),
    ...(invoiceId ? { invoiceId: String(invoiceId) } : {}),
  };
};

builder.queryField('creditNote', (t) =>
  t.prismaField({
    ...readsFrom(creditNotes.name),
    type: CreditNote,
    nullable: true,
    description: 'A credit note by its id; with `asOf`, as it was then.',
    args: { id: t.arg.id({ required: true }), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { id, asOf }, context) => {
      const found = await reads(context).creditNote.findUnique({ ...query, where: { id: String(id) } });
      return found && asOf ? creditNoteThen(found, asOf, context) : found;
    },
  }),
);

builder.queryField('creditNotes', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(creditNotes.name),
      type: CreditNote,
      cursor: 'id',
      description: 'The latest first.',
      args: { search: t.arg.string(), filter: t.arg({ type: CreditNoteFilter }) },
      resolve: (query, _root, { filter, search }, context) =>
        reads(context).creditNote.findMany({
          ...query,
          where: where(filter, search),
          orderBy: [{ issueDate: 'desc' }, { id: 'desc' }],
        }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).creditNote.count({ where: where(filter, search) }),
    },
    { name: 'CreditNoteConnection' },
    { name: 'CreditNoteEdge' },
  ),
);
