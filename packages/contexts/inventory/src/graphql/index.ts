import './mutations.ts';
import './reservation.ts';
import './stock-item.ts';
import './stock-items.ts';
