import './order-fields.ts';
import './draft-mutations.ts';
import './order-mutations.ts';
