import './orders.ts';
import './order-changes.ts';
import './overview.ts';
import './previewed-orders.ts';
import './receivables.ts';
import './revenue.ts';
