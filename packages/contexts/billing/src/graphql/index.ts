import './invoices.ts';
import './company.ts';
import './credit-notes.ts';
import './mutations.ts';
