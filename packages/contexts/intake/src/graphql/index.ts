import './anomalies.ts';
import './channels.ts';
import './messages.ts';
import './mutations.ts';
