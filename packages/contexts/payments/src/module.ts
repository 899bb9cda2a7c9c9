import type { Module } from '@waybill/engine';
import { Account } from './account/account.ts';
import { accountRefusals } from './account/refusals.ts';
import { MoneyTransfer } from './money-transfer/money-transfer.ts';
import { moneyTransferRefusals } from './money-transfer/refusals.ts';
import { transferProcess } from './money-transfer/transfer-process.ts';
import { billedProcess } from './order-payment/billed-process.ts';
import { OrderPayment } from './order-payment/order-payment.ts';
import { paymentRefusals } from './order-payment/refusals.ts';
import { failPayment } from './payment-reference/fail-payment.ts';
import { keepPaymentAsCredit } from './payment-reference/keep-payment-as-credit.ts';
import { matchPayment } from './payment-reference/match-payment.ts';
import { PaymentReference } from './payment-reference/payment-reference.ts';
import { recordIncomingPayment } from './payment-reference/record-incoming-payment.ts';
import { refundUnallocatedPayment } from './payment-reference/refund-unallocated-payment.ts';
import { postingsProcess } from './postings/postings-process.ts';
import { prepareCreateMoneyTransfer, prepareOpenAccount } from './prepare/accounts.ts';
import type { CustomerDirectory } from './prepare/customer-directory.ts';
import { prepareIncomingPayment } from './prepare/incoming-payment.ts';
import { prepareCredit, prepareMatch } from './prepare/match-payment.ts';
import type { OrderDirectory } from './prepare/order-directory.ts';
import { accountEntries } from './read-models/account-entries.ts';
import { accounts } from './read-models/accounts.ts';
import { orderPayments } from './read-models/order-payments.ts';
import { transfers } from './read-models/transfers.ts';
import { trialBalance } from './read-models/trial-balance.ts';
import { unallocatedPayments } from './read-models/unallocated-payments.ts';

export type { OrderDirectory } from './prepare/order-directory.ts';

export interface PaymentsPorts {
  readonly orders: OrderDirectory;
  readonly customers: CustomerDirectory;
}

/** What was asked for, what came, and what of it waits for a person. */
export const paymentsModule = ({ orders, customers }: PaymentsPorts): Module => ({
  name: 'payments',
  aggregates: [OrderPayment, PaymentReference, Account, MoneyTransfer],
  jointCommands: [recordIncomingPayment, matchPayment, keepPaymentAsCredit, refundUnallocatedPayment, failPayment],
  projections: [orderPayments, unallocatedPayments, accounts, accountEntries, transfers, trialBalance],
  processes: [transferProcess, postingsProcess, billedProcess],
  prepare: {
    RecordIncomingPayment: prepareIncomingPayment(orders),
    MatchPayment: prepareMatch(orders),
    KeepPaymentAsCredit: prepareCredit(customers),
    OpenAccount: prepareOpenAccount,
    CreateMoneyTransfer: prepareCreateMoneyTransfer,
  },
  refusals: [...paymentRefusals, ...accountRefusals, ...moneyTransferRefusals],
});
