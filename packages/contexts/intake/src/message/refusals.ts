import { refusal } from '@waybill/kernel';

export const MessageNotRepairable = refusal(
  'MessageNotRepairable',
  { messageId: 'String', status: 'String' },
  ({ messageId, status }) =>
    `Message ${messageId} is ${status}: only one that could not be read is repaired. Send a new message instead.`,
);
