import type { Metadata } from 'next';
import { SealsPage } from '../../../features/system/seals/seals-page.tsx';
import { seals } from '../../../texts/seals.ts';

export const metadata: Metadata = { title: seals.title };

const Route = () => <SealsPage />;

export default Route;
