import type { Metadata } from 'next';
import { InvoicesPage } from '../../features/invoices/invoices-page.tsx';
import { invoices } from '../../texts/invoices.ts';

export const metadata: Metadata = { title: invoices.title };

const Route = () => <InvoicesPage />;

export default Route;
