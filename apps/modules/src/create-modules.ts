import { billingModule, postgresDocumentStore } from '@waybill/billing/module';
import { postgresCatalog } from '@waybill/catalog/module';
import { customersModule, postgresCustomerNumbers, postgresCustomers } from '@waybill/customers/module';
import type { Engine, Module } from '@waybill/engine';
import { fulfilmentModule } from '@waybill/fulfilment/module';
import { intakeModule } from '@waybill/intake/module';
import { paymentsModule } from '@waybill/payments/module';
import { reportingModule } from '@waybill/reporting/module';
import { postgresOrderNumbers, postgresOrders, salesModule } from '@waybill/sales/module';
import { postgresDeliveryNumbers, shippingModule } from '@waybill/shipping/module';
import type { Pool } from 'pg';
import { postgresOrderDirectory } from './order-directory.ts';

export interface ModuleDeps {
  readonly pool: Pool;
  /**
   * The engine's `history`, for look-ups of what the read tables have not seen yet. Without it the tables alone answer:
   * enough for a process that prepares no command of a person.
   */
  readonly history?: Engine['history'];
}

/** Every context of the house, with the ports it asks for. Each app wires the same. */
export const createModules = ({ pool, history = async () => [] }: ModuleDeps): Module[] => {
  const byStream = (streamId: string) => history(streamId);
  return [
    customersModule({ numbers: postgresCustomerNumbers(pool) }),
    salesModule({
      products: postgresCatalog(pool),
      customers: postgresCustomers(pool, byStream),
      numbers: postgresOrderNumbers(pool),
      orders: postgresOrders(pool, byStream),
    }),
    paymentsModule({ orders: postgresOrderDirectory(pool) }),
    billingModule({ documents: postgresDocumentStore(pool) }),
    shippingModule({ numbers: postgresDeliveryNumbers(pool) }),
    fulfilmentModule(),
    intakeModule(),
    reportingModule(),
  ];
};
