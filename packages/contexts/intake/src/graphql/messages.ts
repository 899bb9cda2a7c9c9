import { builder, oneOf, pageSizeOf, reads, readsFrom, sharedEnum } from '@waybill/graphql';
import { messages } from '../read-models/messages.ts';
import { contentOf, IntakeMessageContent } from './said.ts';

const STATUSES = ['RECEIVED', 'PARKED', 'UNREADABLE'] as const;
const KINDS = ['ORDER', 'CHANGE', 'CANCELLATION'] as const;
const IntakeMessageStatus = sharedEnum('IntakeMessageStatus', STATUSES);
const IntakeMessageKind = sharedEnum('IntakeMessageKind', KINDS);
const statusOf = oneOf('IntakeMessageStatus', STATUSES);
const kindOf = oneOf('IntakeMessageKind', KINDS);

export const IntakeMessage = builder.prismaObject('IntakeMessage', {
  fields: (t) => ({
    id: t.exposeID('intakeId'),
    channel: t.exposeString('channel'),
    messageId: t.exposeString('messageId'),
    kind: t.field({ type: IntakeMessageKind, nullable: true, resolve: ({ kind }) => (kind ? kindOf(kind) : null) }),
    status: t.field({ type: IntakeMessageStatus, resolve: ({ status }) => statusOf(status) }),
    orderId: t.exposeID('orderId', { nullable: true }),
    externalOrderId: t.exposeString('externalOrderId', { nullable: true }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it could not be read, or what it waits for.',
    }),
    conflicts: t.int({
      description: 'How many others came under its id with other content.',
      resolve: ({ conflicts }) => Number(conflicts),
    }),
    happenedAt: t.expose('happenedAt', { type: 'DateTime', nullable: true }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    content: t.field({ type: IntakeMessageContent, resolve: (row, _args, context) => contentOf(row, context) }),
  }),
});

builder.queryField('intakeMessages', (t) =>
  t.prismaField({
    ...readsFrom(messages.name),
    type: [IntakeMessage],
    description: 'What channels sent, the latest first.',
    args: {
      channel: t.arg.string(),
      status: t.arg({ type: IntakeMessageStatus }),
      first: t.arg.int({ defaultValue: 50 }),
    },
    resolve: (query, _root, { channel, status, first }, context) =>
      reads(context).intakeMessage.findMany({
        ...query,
        where: { ...(channel ? { channel } : {}), ...(status ? { status } : {}) },
        orderBy: [{ receivedAt: 'desc' }, { intakeId: 'desc' }],
        take: pageSizeOf({ first }),
      }),
  }),
);
