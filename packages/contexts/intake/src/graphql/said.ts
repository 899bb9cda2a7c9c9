import { AddressRef, builder, type GraphContext } from '@waybill/graphql';
import { type Said, saidIn } from '../message/said.ts';

const SaidLine = builder.objectRef<Said['lines'][number]>('IntakeMessageLine').implement({
  fields: (t) => ({
    sku: t.exposeString('sku'),
    description: t.exposeString('description', { nullable: true }),
    quantity: t.exposeInt('quantity'),
    unitPrice: t.exposeString('unitPrice', {
      nullable: true,
      description: 'Net, in major units, such as 2.55; null: what the catalogue says.',
    }),
  }),
});

export const IntakeMessageContent = builder.objectRef<Said>('IntakeMessageContent').implement({
  description: 'What a message says. What names a person is null once that person is forgotten.',
  fields: (t) => ({
    text: t.exposeString('text', { nullable: true, description: 'As it came, where it could not be taken.' }),
    conflicting: t.exposeStringList('conflicting', {
      description: 'Other messages that came under its id, as they came.',
    }),
    reason: t.exposeString('reason', { nullable: true }),
    customerName: t.exposeString('customerName', { nullable: true }),
    deliveryAddress: t.expose('deliveryAddress', { type: AddressRef, nullable: true }),
    currency: t.exposeString('currency', { nullable: true }),
    lines: t.field({ type: [SaidLine], resolve: ({ lines }) => [...lines] }),
  }),
});

/** From the events: what a message says is in no view. */
export const contentOf = async (
  { intakeId, orderId }: { readonly intakeId: string; readonly orderId: string | null },
  { engine }: GraphContext,
): Promise<Said> => {
  const [message, order] = await Promise.all([
    engine.history(`intakeMessage-${intakeId}`),
    orderId === null ? [] : engine.history(`externalOrder-${orderId}`),
  ]);
  return saidIn(intakeId, message, order);
};
