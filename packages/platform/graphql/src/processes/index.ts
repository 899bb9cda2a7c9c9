import './process-instances.ts';
import './process-mutations.ts';
import './process-overview.ts';
