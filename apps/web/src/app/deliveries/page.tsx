import type { Metadata } from 'next';
import { DeliveriesPage } from '../../features/deliveries/deliveries-page.tsx';
import { deliveries } from '../../texts/deliveries.ts';

export const metadata: Metadata = { title: deliveries.title };

const Route = () => <DeliveriesPage />;

export default Route;
