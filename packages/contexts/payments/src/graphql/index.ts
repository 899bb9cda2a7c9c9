import './order-payment.ts';
import './unallocated-payments.ts';
import './record-incoming-payment.ts';
import './refund-mutations.ts';
import './match-mutations.ts';
