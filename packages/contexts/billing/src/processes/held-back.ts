import { defineProcess, type EventFrom, type Reaction, send } from '@waybill/engine';
import { COMPANY_ID } from '../company/commands.ts';
import { companyEvents } from '../company/events.ts';
import { orderBillingCommands } from '../order-billing/commands.ts';
import { orderBillingEvents } from '../order-billing/events.ts';

type Wish = EventFrom<typeof orderBillingEvents.InvoiceHeldBack>['data'] & { readonly orderId: string };
interface HeldBack {
  readonly hasCompany: boolean;
  readonly wishes: readonly Wish[];
}

const issue = (wish: Wish) => send(orderBillingCommands.IssueInvoice, wish);

/** Invoices that were wished for before the page of the company was filled in are issued as soon as it is. */
export const heldBack = defineProcess({
  name: 'billing.held-back',
  startFrom: 'beginning',
  events: [orderBillingEvents.InvoiceHeldBack, companyEvents.CompanyChanged],
  instance: () => COMPANY_ID,
  initial: { hasCompany: false, wishes: [] } as HeldBack,
  waits: {
    company: {
      for: 'the page of the company (/company), without which no invoice is issued',
      deadline: { minutes: 1 },
      late: 'alarm',
    },
  },
  waiting: ({ wishes }) => (wishes.length > 0 ? ['company'] : []),
  react: (state, event): Reaction<HeldBack> => {
    if (event.type === 'CompanyChanged')
      return { state: { hasCompany: true, wishes: [] }, commands: state.wishes.map(issue) };
    const wish = { orderId: event.id, ...event.data };
    return state.hasCompany
      ? { state, commands: [issue(wish)] }
      : { state: { ...state, wishes: [...state.wishes, wish] } };
  },
  // Billing was stopped meanwhile: there is nothing to issue any more.
  onRefusal: (state, { data }) => (data.code === 'BillingStopped' ? { state } : 'trouble'),
});
