import type { Metadata } from 'next';
import { ReceivablesPage } from '../../features/receivables/receivables-page.tsx';
import { receivables } from '../../texts/receivables.ts';

export const metadata: Metadata = { title: receivables.title };

const Route = () => <ReceivablesPage />;

export default Route;
