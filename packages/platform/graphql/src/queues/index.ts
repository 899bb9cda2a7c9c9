import './effect-runs.ts';
import './queues.ts';
