import './deliveries.ts';
import './mutations.ts';
