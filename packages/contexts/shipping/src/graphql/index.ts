import './deliveries.ts';
import './shipments.ts';
import './mutations.ts';
import './plan-mutations.ts';
import './return-mutations.ts';
