import type { Metadata } from 'next';
import { CustomersPage } from '../../features/customers/customers-page.tsx';
import { customers } from '../../texts/customers.ts';

export const metadata: Metadata = { title: customers.title };

const Route = () => <CustomersPage />;

export default Route;
