/**
 * Which projections a screen is made of. The API names them in every change; a prefix is enough.
 */
export const topics = {
  orders: ['reporting.'],
  order: ['sales.', 'reporting.', 'payments.', 'billing.', 'shipping.'],
  invoices: ['billing.'],
  receivables: ['reporting.receivables', 'reporting.company_zone', 'payments.accounts'],
  deliveries: ['shipping.'],
  stock: ['inventory.', 'catalog.'],
  customers: ['customers.'],
  products: ['catalog.', 'inventory.'],
  payments: ['payments.'],
  accounts: ['payments.'],
  anomalies: ['intake.'],
  company: ['billing.company'],
  overview: ['reporting.', 'payments.', 'billing.', 'intake.'],
} as const;
