import './invoices.ts';
