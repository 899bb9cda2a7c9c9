import { defineAggregate } from '@waybill/engine';
import { completeRefund } from '../holdings/settle-refund.ts';
import { amendPaymentRequest } from './amend-payment-request.ts';
import { cancelPaymentRequest } from './cancel-payment-request.ts';
import { orderPaymentCommands } from './commands.ts';
import { orderPaymentEvents } from './events.ts';
import { evolve } from './evolve.ts';
import { failOrderRefund } from './fail-refund.ts';
import { recordBilling } from './record-billing.ts';
import { refundPayment } from './refund-payment.ts';
import { requestPayment } from './request-payment.ts';
import { initial } from './state.ts';

const { RequestPayment, AmendPaymentRequest, CancelPaymentRequest, RecordBilling } = orderPaymentCommands;
const { RefundPayment, CompleteRefund, FailRefund } = orderPaymentCommands;

/** Streams `orderPayment-<orderId>`: what was asked for an order, what was received for it, and what went back. */
export const OrderPayment = defineAggregate({
  category: 'orderPayment',
  events: orderPaymentEvents,
  commands: {
    ...{ RequestPayment, AmendPaymentRequest, CancelPaymentRequest, RecordBilling },
    ...{ RefundPayment, CompleteRefund, FailRefund },
  },
  initial,
  evolve,
  decide: {
    RequestPayment: requestPayment,
    AmendPaymentRequest: amendPaymentRequest,
    CancelPaymentRequest: cancelPaymentRequest,
    RecordBilling: recordBilling,
    RefundPayment: refundPayment,
    CompleteRefund: ({ refundId }, state) => completeRefund(state, refundId),
    FailRefund: failOrderRefund,
  },
});
