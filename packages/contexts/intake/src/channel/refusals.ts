import { refusal } from '@waybill/kernel';

export const ChannelExists = refusal(
  'ChannelExists',
  { channel: 'String' },
  ({ channel }) => `The channel ${channel} is registered otherwise already: choose another name for a new one.`,
);

export const ChannelNotHistoric = refusal(
  'ChannelNotHistoric',
  { channel: 'String' },
  ({ channel }) =>
    `Orders of ${channel} would start timers and mails: register it with historic: false, or name a historic channel.`,
);
