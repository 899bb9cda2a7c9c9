import type { Metadata } from 'next';
import { CreditNotesPage } from '../../features/invoices/credit-notes-page.tsx';
import { creditNotes } from '../../texts/invoice.ts';

export const metadata: Metadata = { title: creditNotes.title };

const Route = () => <CreditNotesPage />;

export default Route;
