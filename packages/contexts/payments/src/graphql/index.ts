import './order-payment.ts';
import './unallocated-payments.ts';
import './record-incoming-payment.ts';
