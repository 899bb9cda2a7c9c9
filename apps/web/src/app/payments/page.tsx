import type { Metadata } from 'next';
import { PaymentsPage } from '../../features/payments/payments-page.tsx';
import { payments } from '../../texts/payments.ts';

export const metadata: Metadata = { title: payments.title };

const Route = () => <PaymentsPage />;

export default Route;
