import { builder, reads, readsFrom } from '@waybill/graphql';
import { channels } from '../read-models/channels.ts';

const IntakeChannel = builder.prismaObject('IntakeChannel', {
  description: 'Who sends messages: a marketplace, a partner, a file.',
  fields: (t) => ({
    id: t.exposeID('channel'),
    name: t.exposeString('name'),
    currency: t.exposeString('currency'),
    historic: t.exposeBoolean('historic', { description: 'It tells what is long over: no timers, mails or alarms.' }),
    owner: t.exposeString('owner', { nullable: true, description: 'Who looks after its anomalies at first.' }),
  }),
});

builder.queryField('channels', (t) =>
  t.prismaField({
    ...readsFrom(channels.name),
    type: [IntakeChannel],
    description: 'Every channel that is registered, by its name.',
    resolve: (query, _root, _args, context) =>
      reads(context).intakeChannel.findMany({ ...query, orderBy: [{ channel: 'asc' }] }),
  }),
);
