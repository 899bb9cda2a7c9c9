import type { Metadata } from 'next';
import { AnomaliesPage } from '../../features/anomalies/anomalies-page.tsx';
import { anomalies } from '../../texts/anomalies.ts';

export const metadata: Metadata = { title: anomalies.title };

const Route = () => <AnomaliesPage />;

export default Route;
