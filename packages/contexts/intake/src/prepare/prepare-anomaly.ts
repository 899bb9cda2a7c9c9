import type { Prepare } from '@waybill/engine';
import type { IntakePorts } from './prepare-messages.ts';

/** Until somebody takes it, an anomaly is looked after by whoever looks after its channel. */
export const prepareRecordAnomaly =
  ({ channels }: Pick<IntakePorts, 'channels'>): Prepare =>
  async (input) => {
    const channel = typeof input.channel === 'string' ? await channels.find(input.channel) : null;
    return { kind: 'prepared', data: { ...input, owner: input.owner ?? channel?.owner ?? null } };
  };
