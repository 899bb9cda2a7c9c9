import type { Metadata } from 'next';
import { DeliveryPage } from '../../../features/delivery/delivery-page.tsx';

export const metadata: Metadata = { title: 'Delivery' };

const Route = () => <DeliveryPage />;

export default Route;
