import { billingModule, companyTaxRates, postgresDocumentStore } from '@waybill/billing/module';
import { postgresCatalog } from '@waybill/catalog/module';
import {
  type CustomerNumbers,
  type Customers,
  customersModule,
  postgresCustomerNumbers,
  postgresCustomers,
} from '@waybill/customers/module';
import type { Engine, Module, Recorded } from '@waybill/engine';
import { fulfilmentModule, type Policy } from '@waybill/fulfilment/module';
import { intakeModule } from '@waybill/intake/module';
import { inventoryModule } from '@waybill/inventory/module';
import { isId } from '@waybill/kernel';
import { type OrderDirectory, paymentsModule } from '@waybill/payments/module';
import { reportingModule } from '@waybill/reporting/module';
import { postgresOrderNumbers, postgresOrders, type SalesPorts, salesModule } from '@waybill/sales/module';
import {
  type CustomerOfOrder,
  customersByPlan,
  type DeliveryNumbers,
  postgresDeliveryNumbers,
  shippingModule,
} from '@waybill/shipping/module';
import type { Pool } from 'pg';
import { postgresOrderDirectory } from './order-directory.ts';

/** The events of one stream, decrypted, oldest first. */
type History = (streamId: string) => Promise<readonly Recorded[]>;

export interface ModuleDeps {
  readonly pool: Pool;
  /**
   * The engine's `history`, for look-ups of what the read tables have not seen yet. Without it the tables alone answer:
   * enough for a process that prepares no command of a person.
   */
  readonly history?: Engine['history'];
  /** What the house decides for itself; the usual, where it is left out. */
  readonly policy?: Policy;
}

/** What the contexts ask for, where a preview asks for it otherwise. */
interface Ports {
  readonly customers: Customers;
  readonly orders: SalesPorts['orders'];
  readonly directory: OrderDirectory;
  readonly customerOf: CustomerOfOrder;
  /** The next readable number of a kind; never the same one twice. */
  readonly numbers: {
    readonly customer: CustomerNumbers;
    readonly order: SalesPorts['numbers'];
    readonly delivery: DeliveryNumbers;
  };
}

const contexts = (
  pool: Pool,
  history: History,
  { customers, orders, directory, customerOf, numbers }: Ports,
  policy: Policy | undefined,
): Module[] => [
  customersModule({ numbers: numbers.customer }),
  salesModule({
    ...{ products: postgresCatalog(pool), customers, numbers: numbers.order, orders },
    taxRates: companyTaxRates(history),
  }),
  paymentsModule({ orders: directory, customers }),
  billingModule({ documents: postgresDocumentStore(pool), history, buyers: customers }),
  inventoryModule(),
  shippingModule({ numbers: numbers.delivery, customerOf }),
  fulfilmentModule(policy),
  intakeModule({ history }),
  reportingModule(),
];

/** Every context of the house, with the ports it asks for. Each app wires the same. */
export const createModules = ({ pool, history = async () => [], policy }: ModuleDeps): Module[] => {
  const byStream = (streamId: string) => history(streamId);
  return contexts(
    pool,
    byStream,
    {
      customers: postgresCustomers(pool, byStream),
      orders: postgresOrders(pool, byStream),
      directory: postgresOrderDirectory(pool),
      customerOf: customersByPlan(byStream),
      numbers: {
        customer: postgresCustomerNumbers(pool),
        order: postgresOrderNumbers(pool),
        delivery: postgresDeliveryNumbers(pool),
      },
    },
    policy,
  );
};

const nothingShown = { query: async () => ({ rows: [] }) };
const supposed = (prefix: string) => {
  let count = 0;
  return {
    async next() {
      count += 1;
      return `${prefix}-PREVIEW-${count}`;
    },
  };
};

/**
 * The same contexts for one preview: they know customers and orders by `history` alone, which tells what is supposed too,
 * and draw no number from a sequence.
 */
export const createPreviewModules = (pool: Pool, history: History, policy?: Policy): Module[] => {
  const directory = postgresOrderDirectory(pool);
  return contexts(
    pool,
    history,
    {
      customers: postgresCustomers(nothingShown, history),
      orders: postgresOrders(nothingShown, history),
      directory: {
        async find(numberOrId) {
          const orderId = numberOrId.toLowerCase();
          const told = isId(orderId) ? await history(`order-${orderId}`) : [];
          return told.length > 0 ? { orderId } : directory.find(numberOrId);
        },
      },
      customerOf: customersByPlan(history),
      numbers: { customer: supposed('CUS'), order: supposed('ORD'), delivery: supposed('DEL') },
    },
    policy,
  );
};
