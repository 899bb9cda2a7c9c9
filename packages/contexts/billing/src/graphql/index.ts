import './invoices.ts';
import './credit-notes.ts';
import './mutations.ts';
