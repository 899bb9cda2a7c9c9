import type { Module } from '@waybill/engine';
import { anomaly } from './anomaly/anomaly.ts';
import {
  AnomalyAlreadyResolved,
  AnomalyUnknown,
  NoteMissing,
  OrderToMatchMissing,
  ResolutionNotPossible,
} from './anomaly/refusals.ts';
import { resolveAnomaly } from './anomaly/resolve-anomaly.ts';
import { channel } from './channel/channel.ts';
import { ChannelExists, ChannelNotHistoric } from './channel/refusals.ts';
import { intakeDocument } from './document/intake-document.ts';
import { MalformedRow, NothingToPark } from './document/refusals.ts';
import { externalOrder } from './external-order/external-order.ts';
import { intakeMessage } from './message/intake-message.ts';
import { receiveMessage, repairMessage } from './message/receive-message.ts';
import { MessageNotRepairable } from './message/refusals.ts';
import { type History, portsByHistory } from './prepare/intake-ports.ts';
import { prepareRecordAnomaly } from './prepare/prepare-anomaly.ts';
import { prepareReceiveMessage, prepareRepairMessage } from './prepare/prepare-messages.ts';
import { customersProcess } from './processes/customers.ts';
import { messagesProcess } from './processes/messages.ts';
import { ordersProcess } from './processes/orders.ts';
import { purchases } from './purchases/purchases.ts';
import { CancellationNotOpen, PurchaseDoesNotFit } from './purchases/refusals.ts';
import { anomalies } from './read-models/anomalies.ts';
import { channels } from './read-models/channels.ts';
import { messages } from './read-models/messages.ts';

/** Orders from outside. What can be placed becomes an order of sales; what cannot waits here. */
export const intakeModule = ({ history }: { readonly history: History }): Module => {
  const ports = portsByHistory(history);
  return {
    name: 'intake',
    aggregates: [channel, intakeMessage, externalOrder, purchases, anomaly, intakeDocument],
    jointCommands: [receiveMessage, repairMessage, resolveAnomaly],
    projections: [channels, messages, anomalies],
    processes: [ordersProcess, customersProcess, messagesProcess],
    prepare: {
      ReceiveMessage: prepareReceiveMessage(ports),
      RepairMessage: prepareRepairMessage(ports),
      RecordAnomaly: prepareRecordAnomaly(ports),
    },
    refusals: [
      AnomalyAlreadyResolved,
      AnomalyUnknown,
      CancellationNotOpen,
      ChannelExists,
      ChannelNotHistoric,
      MalformedRow,
      MessageNotRepairable,
      NoteMissing,
      NothingToPark,
      OrderToMatchMissing,
      PurchaseDoesNotFit,
      ResolutionNotPossible,
    ],
  };
};
