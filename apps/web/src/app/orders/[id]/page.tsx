import type { Metadata } from 'next';
import { OrderPage } from '../../../features/order/order-page.tsx';

export const metadata: Metadata = { title: 'Order' };

const Route = () => <OrderPage />;

export default Route;
