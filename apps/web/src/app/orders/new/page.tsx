import type { Metadata } from 'next';
import { NewOrderPage } from '../../../features/new-order/new-order-page.tsx';
import { newOrder } from '../../../texts/new-order.ts';

export const metadata: Metadata = { title: newOrder.title };

const Route = () => <NewOrderPage />;

export default Route;
