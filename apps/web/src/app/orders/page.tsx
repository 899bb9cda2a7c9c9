import type { Metadata } from 'next';
import { OrdersPage } from '../../features/orders/orders-page.tsx';
import { orders } from '../../texts/orders.ts';

export const metadata: Metadata = { title: orders.title };

const Route = () => <OrdersPage />;

export default Route;
