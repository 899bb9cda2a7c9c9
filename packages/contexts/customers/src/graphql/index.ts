import './credit-line.ts';
import './customers.ts';
import './mutations.ts';
