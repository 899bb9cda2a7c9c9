import './mutations.ts';
import './projections.ts';
