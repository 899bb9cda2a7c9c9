import './customers.ts';
import './mutations.ts';
