import type { Metadata } from 'next';
import { InvoicePage } from '../../../features/invoices/invoice-page.tsx';

export const metadata: Metadata = { title: 'Invoice' };

const Route = () => <InvoicePage />;

export default Route;
